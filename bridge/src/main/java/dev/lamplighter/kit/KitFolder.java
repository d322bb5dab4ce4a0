package dev.lamplighter.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.lamplighter.light.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** A board's folder. It and all in it are its owner's alone, from their first byte on. */
public record KitFolder(Path path) {
    static final String CONFIG = "config.json";
    static final String HEADER = "secrets.h";
    static final String CA_PEM = "ca.pem";
    static final String CA_DER = "ca.der";
    static final String README = "README.md";
    private static final List<String> OURS = List.of(CONFIG, HEADER, CA_PEM, CA_DER, README);

    /** What stands in the folder for the board. */
    public record Content(Endpoint broker, String username, Secret password) {}

    public boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Writes all files; what their user has added to those that are there is kept. Each is whole at every moment. */
    public void write(Kit kit) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        if (!exists()) {
            Files.createDirectory(path, only("rwx------"));
        }
        write(CONFIG, ConfigJson.of(kit, text(CONFIG)).getBytes(UTF_8));
        authority(kit);
        write(HEADER, SecretsHeader.of(kit, text(CA_PEM), text(HEADER)).getBytes(UTF_8));
        write(README, KitReadme.of(kit).getBytes(UTF_8));
    }

    /** One that its user has put there, since it is not ours to give, stays. */
    private void authority(Kit kit) throws IOException {
        if (kit.authority().isPresent()) {
            write(CA_PEM, kit.authority().get().pem().getBytes(UTF_8));
            write(CA_DER, kit.authority().get().der());
        } else if (!kit.broker().tls()) {
            Files.deleteIfExists(path.resolve(CA_PEM));
            Files.deleteIfExists(path.resolve(CA_DER));
        }
    }

    /** Nothing where {@code config.json} is missing or no longer says where the broker is and who logs in there. */
    public Optional<Content> read() throws IOException {
        return text(CONFIG).flatMap(ConfigJson::content);
    }

    /** Whether the board trusts the authority whose certificate is in this file, in DER. */
    public boolean trusts(Path authority) {
        try {
            return Files.mismatch(path.resolve(CA_DER), authority) == -1;
        } catch (IOException missing) {
            return false;
        }
    }

    /** Removes our files, and the folder where nothing else is in it; tells whether it is gone. */
    public boolean remove() throws IOException {
        for (var name : OURS) {
            Files.deleteIfExists(path.resolve(name));
        }
        try (var others = Files.list(path)) {
            return others.findAny().isEmpty() && Files.deleteIfExists(path);
        }
    }

    private Optional<String> text(String name) throws IOException {
        var file = path.resolve(name);
        return Files.exists(file) ? Optional.of(new String(Files.readAllBytes(file), UTF_8)) : Optional.empty();
    }

    private void write(String name, byte[] content) throws IOException {
        var fresh = path.resolve(name + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, only("rw-------"));
        Files.write(fresh, content);
        Files.move(fresh, path.resolve(name), ATOMIC_MOVE);
    }

    private FileAttribute<?>[] only(String rights) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
