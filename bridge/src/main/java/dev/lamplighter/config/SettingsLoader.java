package dev.lamplighter.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the settings from one YAML file and the environment, the environment winning key by key.
 *
 * <p>{@code LIFX_TOKEN} is the weakest variable but beats the file. A secret and its {@code -file} twin from one source
 * contradict each other; from two sources the stronger counts. Relative paths start at the folder of the file that
 * names them, or at the working directory where a variable or a default does.
 */
public final class SettingsLoader {
    /** Where the file is looked for when none is named, the first that exists being taken. */
    public static final List<Path> CANDIDATES = List.of(Path.of("lamplighter.yml"),
            Path.of("/etc/lamplighter/lamplighter.yml"));

    private final Map<String, String> environment;
    private final Path workingDirectory;
    private final List<Path> candidates;

    /**
     * @param workingDirectory absolute
     * @param candidates usually {@link #CANDIDATES}; relative ones start at the working directory
     */
    public SettingsLoader(Map<String, String> environment, Path workingDirectory, List<Path> candidates) {
        this.environment = Map.copyOf(environment);
        this.workingDirectory = workingDirectory;
        this.candidates = List.copyOf(candidates);
    }

    /** @param named the file the user asked for, which then has to exist; as typed, for problems name it so */
    public Loaded load(Optional<Path> named) {
        var problems = new Problems();
        var file = named.or(this::found);
        var document = file.flatMap(
                path -> YamlFile.read(path.toString(), workingDirectory.resolve(path), problems));
        if (file.isPresent() && document.isEmpty()) {
            return new Loaded.Bad(problems.list());
        }
        var documents = new ArrayList<Document>();
        document.ifPresent(documents::add);
        documents.addAll(new Environment(environment, workingDirectory).read(problems));
        var schema = SettingsSchema.published();
        documents.forEach(source -> schema.check(source, problems));
        var bindings = document.map(it -> new BindingList(it, problems).read()).orElse(List.of());
        var values = new Values(documents, workingDirectory, problems);
        return result(file, values, new Binder(values).bind(bindings), problems);
    }

    /** Something that is another when the file that {@link #load} reads is another, or was written since. */
    public Object stamp(Optional<Path> named) {
        return named.or(this::found).map(file -> {
            try {
                var attributes = Files.readAttributes(workingDirectory.resolve(file), BasicFileAttributes.class);
                return List.of(file, attributes.lastModifiedTime(), attributes.size());
            } catch (IOException unreadable) {
                return List.of(file);
            }
        }).orElse(List.of());
    }

    /** A file that may not be looked at counts as found: passing over it in silence would hide it. */
    private Optional<Path> found() {
        return candidates.stream().filter(path -> !Files.notExists(workingDirectory.resolve(path))).findFirst();
    }

    private static Loaded result(Optional<Path> file, Values values, Settings settings, Problems problems) {
        if (!problems.none()) {
            return new Loaded.Bad(problems.list());
        }
        var origins = Key.ALL.stream().map(values::origin).toList();
        return new Loaded.Good(settings, source(file, origins), origins);
    }

    private static String source(Optional<Path> file, List<Loaded.Origin> origins) {
        var variables = origins.stream().filter(origin -> origin.from().startsWith("environment ")).count();
        return file.map(Path::toString).orElse("no settings file")
                + (variables == 0 ? "" : ", " + variables + " from the environment");
    }
}
