package dev.lamplighter.broker.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that are never seen half-written: written beside, brought to the disk, then renamed. */
public final class SafeFile {
    private static final FileAttribute<?>[] ANYBODY_READS = {};

    private SafeFile() {}

    public static void write(Path file, byte[] content) throws IOException {
        write(file, content, ANYBODY_READS);
    }

    /** Readable by its owner alone, from its first byte on. */
    public static void writeSecret(Path file, byte[] content) throws IOException {
        var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        write(file, content, posix
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : ANYBODY_READS);
    }

    /** Why a file could not be read or written, in words that follow its name and a colon. */
    public static String why(IOException failed) {
        return switch (failed) {
            case NoSuchFileException _ -> "it does not exist";
            case AccessDeniedException _ -> "no right to do so";
            case FileAlreadyExistsException e -> e.getFile() + " is a file, not a folder";
            case IOException e -> String.valueOf(e.getMessage());
        };
    }

    private static void write(Path file, byte[] content, FileAttribute<?>[] rights) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (var channel = FileChannel.open(fresh, Set.of(CREATE_NEW, WRITE), rights)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, ATOMIC_MOVE);
    }
}
