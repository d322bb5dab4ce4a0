package dev.lamplighter.config;

import dev.lamplighter.light.Parsed;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads small files, with plain words where that fails. */
final class TextFile {
    private TextFile() {}

    static Parsed<String> read(Path file) {
        if (Files.isDirectory(file)) {
            return no(file, "is a folder, not a file");
        }
        try {
            return Parsed.accepted(Files.readString(file));
        } catch (NoSuchFileException absent) {
            return no(file, "does not exist");
        } catch (AccessDeniedException denied) {
            return no(file, "may not be read by this user");
        } catch (CharacterCodingException binary) {
            return no(file, "is not UTF-8 text");
        } catch (IOException broken) {
            return no(file, "cannot be read: " + broken.getMessage());
        }
    }

    private static Parsed<String> no(Path file, String what) {
        return Parsed.rejected(file.toString(), "the file " + file + " " + what);
    }
}
