package dev.lamplighter.app;

import dev.lamplighter.light.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Passwords that were made here, one file each, readable by their owner alone. */
final class PasswordFiles {
    private static final int BYTES = 18;

    private final Path folder;
    private final SecureRandom random;

    PasswordFiles(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    Path file(String user) {
        return folder.resolve(user);
    }

    Optional<Secret> find(String user) throws CannotStart {
        try {
            return Files.exists(file(user))
                    ? Optional.of(new Secret(Files.readString(file(user)).strip()))
                    : Optional.empty();
        } catch (IOException failed) {
            throw CannotStart.because("the password of " + user + " cannot be read: " + Words.of(failed));
        }
    }

    /** The password of {@code user}, made on first use. */
    Secret of(String user) throws CannotStart {
        var known = find(user);
        return known.isPresent() ? known.get() : make(user);
    }

    /** A password that is kept nowhere. */
    Secret fresh() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private Secret make(String user) throws CannotStart {
        var password = fresh();
        try {
            Files.createDirectories(folder);
            var beside = Files.createTempFile(folder, user, ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(beside, password.reveal() + "\n");
            Files.move(beside, file(user), StandardCopyOption.ATOMIC_MOVE);
            return password;
        } catch (IOException failed) {
            throw CannotStart
                    .because("the password of " + user + " cannot be kept in " + folder + ": " + Words.of(failed));
        }
    }
}
