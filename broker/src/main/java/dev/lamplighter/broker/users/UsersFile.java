package dev.lamplighter.broker.users;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.lamplighter.broker.files.SafeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file of users. Any number of programs may read and change it at once: it is replaced whole, by one of them at a time. */
public final class UsersFile {
    private final Path file;

    public UsersFile(Path file) {
        this.file = file;
    }

    /** What becomes of the users. */
    @FunctionalInterface
    public interface Change {
        Users of(Users users) throws UsersException;
    }

    public Path path() {
        return file;
    }

    /**
     * Nobody where there is no file.
     *
     * @throws UsersException when it cannot be read or something in it is wrong
     */
    public Users read() throws UsersException {
        try {
            return Users.parse(Files.readString(file));
        } catch (NoSuchFileException _) {
            return Users.NONE;
        } catch (CharacterCodingException wrong) {
            throw new UsersException(file + ": is not UTF-8", wrong);
        } catch (IOException failed) {
            throw new UsersException("the users in " + file + " cannot be read: " + SafeFile.why(failed), failed);
        } catch (UsersException wrong) {
            throw new UsersException(file + ", " + wrong.line(), wrong);
        }
    }

    /** Reads, changes and writes, while nobody else does. A change that throws changes nothing. */
    public synchronized Users change(Change change) throws UsersException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var channel = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"), CREATE, WRITE);
                    var _ = channel.lock()) {
                var changed = change.of(read());
                SafeFile.writeSecret(file, changed.text().getBytes(StandardCharsets.UTF_8));
                return changed;
            }
        } catch (OverlappingFileLockException _) {
            throw new UsersException("the users in " + file + " are being changed at this moment; try again");
        } catch (IOException failed) {
            throw new UsersException("the users in " + file + " cannot be changed: " + SafeFile.why(failed), failed);
        }
    }
}
