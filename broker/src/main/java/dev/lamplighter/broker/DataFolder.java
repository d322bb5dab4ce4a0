package dev.lamplighter.broker;

import static java.nio.file.AccessMode.READ;
import static java.nio.file.AccessMode.WRITE;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The broker's folder, ours alone until it is closed. Everything HiveMQ would stumble over is looked at first: a database that it cannot
 * open makes it wait for ever, and other faults end the process.
 */
final class DataFolder implements AutoCloseable {
    private final FileChannel lock;

    private DataFolder(FileChannel lock) {
        this.lock = lock;
    }

    static DataFolder take(HiveMqFiles files) throws BrokerException {
        try {
            Files.createDirectories(files.root());
            var folder = new DataFolder(lock(files));
            folder.prepare(files);
            return folder;
        } catch (IOException failed) {
            throw new BrokerException("the broker cannot use its data folder " + files.root() + ": " + why(failed),
                    failed);
        }
    }

    /** Beside and then renamed: for half a file HiveMQ would silently take its defaults instead. */
    static void write(HiveMqFiles files, String config) throws BrokerException {
        var fresh = files.conf().resolve("config.xml.new");
        try {
            Files.writeString(fresh, config);
            Files.move(fresh, files.config(), ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new BrokerException("the broker cannot write " + files.config() + ": " + why(failed), failed);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException harmless) {
            // Nothing was written to it, and the lock ends with the process at the latest.
        }
    }

    private static FileChannel lock(HiveMqFiles files) throws IOException, BrokerException {
        var channel = FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new BrokerException("another broker uses the data folder " + files.root());
        }
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisJvm) {
            return false;
        }
    }

    private void prepare(HiveMqFiles files) throws IOException {
        try {
            Files.createDirectories(files.conf());
            Files.createDirectories(files.data());
            Files.createDirectories(files.extensions());
            Files.walkFileTree(files.root(), new Accessible());
        } catch (IOException failed) {
            close();
            throw failed;
        }
    }

    private static final class Accessible extends SimpleFileVisitor<Path> {
        /** Files of HiveMQ's database Xodus, which takes its own right to write from those that are full. */
        private static final String XODUS = ".xd";

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            return visitFile(folder, attributes);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (Files.isWritable(file) || !file.toString().endsWith(XODUS)) {
                file.getFileSystem().provider().checkAccess(file, READ, WRITE);
            } else {
                checkOurs(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** Only who owns a file may set its permissions, be it to those it has. */
        private static void checkOurs(Path file) throws IOException {
            file.getFileSystem().provider().checkAccess(file, READ);
            try {
                Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(file));
            } catch (FileSystemException notOurs) {
                throw new AccessDeniedException(file.toString());
            } catch (UnsupportedOperationException _) {
                // A system that has no such permissions.
            }
        }
    }

    private static String why(IOException failed) {
        return switch (failed) {
            case FileAlreadyExistsException e -> e.getFile() + " is a file, not a folder";
            case AccessDeniedException e -> "no right to read and write " + e.getFile();
            case IOException e -> String.valueOf(e.getMessage());
        };
    }
}
