package dev.lamplighter.app;

import dev.lamplighter.board.Board;
import dev.lamplighter.kit.Kit;
import dev.lamplighter.kit.KitFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The folders of boards, beside one another in one. */
record BoardFolders(Path root) {
    KitFolder of(String name) {
        return new KitFolder(root.resolve(name));
    }

    /** In no order. */
    List<String> names() throws CannotStart {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (var found = Files.list(root)) {
            return found.filter(Files::isDirectory).map(folder -> folder.getFileName().toString())
                    .filter(Board::isName).toList();
        } catch (IOException failed) {
            throw unusable(failed);
        }
    }

    Optional<KitFolder.Content> read(String name) throws CannotStart {
        try {
            return of(name).exists() ? of(name).read() : Optional.empty();
        } catch (IOException failed) {
            throw unusable(failed);
        }
    }

    void write(Kit kit) throws CannotStart {
        try {
            of(kit.name()).write(kit);
        } catch (IOException failed) {
            throw unusable(failed);
        }
    }

    /** Whether nothing is left of it; what its user has put there is. */
    boolean remove(String name) throws CannotStart {
        try {
            return !of(name).exists() || of(name).remove();
        } catch (IOException failed) {
            throw unusable(failed);
        }
    }

    private CannotStart unusable(IOException failed) {
        return CannotStart.because("the files of boards cannot be kept in " + root + ": " + Words.of(failed));
    }
}
