package dev.lamplighter.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example file at the top of the project shows every key, and means nothing until lines are taken in. */
class ExampleTest {
    private static final Path EXAMPLE = Path.of("../lamplighter.example.yml");

    @TempDir
    Path root;

    @Test
    void example_asItIs_leavesEveryDefault() throws IOException {
        var example = new Folder(root).with("lamplighter.yml", Files.readString(EXAMPLE)).good();
        assertThat(example.origins()).allSatisfy(origin -> assertThat(origin.from()).isEqualTo("default"));
    }

    @Test
    void example_everyLineTakenIn_setsEveryKeyAndRepeatsTheDefaults() throws IOException {
        var defaults = new Folder(root).good().origins();
        var example = new Folder(root).with("certificates/ca.pem", "x").with("certificates/bridge.pem", "x")
                .with("certificates/bridge-key.pem", "x").with("certificates/broker.pem", "x")
                .with("certificates/broker-key.pem", "x").with("certificates/clients-ca.pem", "x")
                .with("lamplighter.yml", takenIn()).good().origins();
        assertThat(example).zipSatisfy(defaults, (written, byDefault) -> {
            assertThat(written.from().startsWith("lamplighter.yml:")).isEqualTo(!written.key().endsWith("-file"));
            byDefault.value().ifPresent(value -> assertThat(written.value()).contains(value));
        });
    }

    @Test
    void example_secretFiles_areShown() throws IOException {
        assertThat(Files.readString(EXAMPLE)).contains("  #password-file: ", "  #token-file: ");
    }

    /** A secret and its file exclude each other, so only one of them can be taken in. */
    private static String takenIn() throws IOException {
        return Files.readAllLines(EXAMPLE).stream().filter(line -> !line.contains("-file: "))
                .map(line -> line.replaceFirst("^( *)#(\\S)", "$1$2")).collect(Collectors.joining("\n"));
    }
}
