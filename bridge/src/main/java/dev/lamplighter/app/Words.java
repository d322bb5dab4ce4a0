package dev.lamplighter.app;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** A failure in one line for people: file system exceptions by themselves only say the file's name. */
final class Words {
    private Words() {}

    static String of(Throwable failure) {
        return switch (failure) {
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case AccessDeniedException denied -> "no right to read or write " + denied.getFile();
            case FileAlreadyExistsException there -> there.getFile() + " is a file, not a folder";
            default -> Optional.ofNullable(failure.getMessage()).flatMap(text -> text.lines().findFirst())
                    .orElseGet(() -> failure.getClass().getSimpleName());
        };
    }
}
