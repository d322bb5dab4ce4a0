package dev.lamplighter.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A working directory with a settings file and an environment, in the test's hands. */
final class Folder {
    private final Path root;
    private final Map<String, String> environment = new HashMap<>();

    Folder(Path root) {
        this.root = root;
    }

    Folder with(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
        return this;
    }

    Folder with(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    Loaded load() {
        return loader().load(Optional.empty());
    }

    Loaded load(String named) {
        return loader().load(Optional.of(Path.of(named)));
    }

    private SettingsLoader loader() {
        return new SettingsLoader(environment, root,
                List.of(Path.of("lamplighter.yml"), Path.of("etc/lamplighter.yml")));
    }

    Loaded.Good good() {
        return switch (load()) {
            case Loaded.Good good -> good;
            case Loaded.Bad(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    Settings settings() {
        return good().settings();
    }

    /** Each problem as one line; empty where all is good. */
    List<String> problems() {
        return switch (load()) {
            case Loaded.Good _ -> List.of();
            case Loaded.Bad(var problems) -> problems.stream().map(Problem::line).toList();
        };
    }
}
