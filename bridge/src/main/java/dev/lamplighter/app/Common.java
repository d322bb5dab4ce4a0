package dev.lamplighter.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.lamplighter.config.Loaded;
import dev.lamplighter.config.Problem;
import dev.lamplighter.config.Settings;
import dev.lamplighter.config.SettingsLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that every command which reads the settings has. */
final class Common {
    @Option(names = "--config", paramLabel = "FILE", description = "settings file (default: ./lamplighter.yml, else /etc/lamplighter/lamplighter.yml)")
    private @Nullable Path config;

    @Option(names = "--verbose", description = "log more, and show stack traces")
    private boolean verbose;

    /** Of the settings as they were before they were loaded last. */
    private Object stamp = List.of();

    Loaded load() {
        if (verbose && LoggerFactory.getLogger("dev.lamplighter") instanceof Logger ours) {
            ours.setLevel(Level.DEBUG);
        }
        stamp = stamp();
        return read();
    }

    private Object stamp() {
        return loader().stamp(Optional.ofNullable(config));
    }

    private Loaded read() {
        return loader().load(Optional.ofNullable(config));
    }

    private static SettingsLoader loader() {
        return new SettingsLoader(System.getenv(), Path.of("").toAbsolutePath(), SettingsLoader.CANDIDATES);
    }

    /** @param settings as they were {@linkplain #settings loaded}; from now on their bindings are those of the file as it is */
    LiveBindings bindings(Settings settings, Closing closing) {
        var first = new LiveBindings.Read(settings.boards().bindings(), stamp);
        var bindings = closing.add(new LiveBindings(first, this::stamp, this::read));
        bindings.start();
        return bindings;
    }

    /** The settings, or all that is wrong with them as one refusal. */
    Settings settings() throws CannotStart {
        return switch (load()) {
            case Loaded.Good(var settings, _, _) -> {
                LogForm.set(settings.log(), verbose);
                yield settings;
            }
            case Loaded.Bad(var problems) ->
                throw CannotStart.wrong(problems.stream().map(Problem::line).collect(Collectors.joining("\n")));
        };
    }

    static boolean isVerbose(CommandLine.ParseResult words) {
        return words.asCommandLineList().getLast().getParseResult().hasMatchedOption("--verbose");
    }
}
