package dev.lamplighter.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bridge is put where it runs alone without the broker's module and HiveMQ. */
@Timeout(60)
final class WithoutBrokerTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "bridge --help", "board --help", "board add --help", "config check",
            "config print", "simulate --help"})
    void bridgeAlone_withoutTheBrokersClasses_works(String words) throws Exception {
        var process = start(words);
        var said = said(process);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).isNotBlank().doesNotContain("Exception", "Error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "broker", "demo"})
    void commandWithBroker_withoutTheBrokersClasses_saysSoInOneLine(String word) throws Exception {
        var process = start(word);
        var said = said(process);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isOne();
        assertThat(said.lines().filter(line -> line.startsWith("lamplighter: "))).singleElement().asString()
                .contains("without a broker", "mqtt.url");
        assertThat(said).doesNotContain("NoClassDefFoundError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"board list", "board add hall", "board remove hall"})
    void board_withoutTheBrokersClasses_saysSoInOneLine(String words) throws Exception {
        var process = start(words);
        var said = said(process);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isOne();
        assertThat(said.lines()).singleElement().asString().startsWith("lamplighter: ").contains("without a broker");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void bridgeAlone_withoutTheBrokersClasses_servesItsPageAndRelay() throws Exception {
        var port = WebPlace.free(0);
        Files.writeString(folder.resolve("lamplighter.yml"),
                "lan: {enabled: false}\ncloud: {token: x, url: 'https://127.0.0.1:1'}\nweb: {port: " + port + "}\n");
        var process = start("bridge");
        try (var http = HttpClient.newHttpClient()) {
            var asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/lights/all"))
                    .header("Authorization", "Bearer hall:any").build();
            await(process, port);
            assertThat(http.send(asked, BodyHandlers.ofString()).body())
                    .contains("the lights have not been seen yet");
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void await(Process process, int port) throws Exception {
        var lines = process.inputReader(UTF_8);
        for (var line = lines.readLine(); line != null && !line.contains(":" + port + "/"); line = lines.readLine()) {
            assertThat(line).doesNotContain("NoClassDefFoundError");
        }
        assertThat(process.isAlive()).isTrue();
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    private Process start(String words) throws IOException {
        var line = Stream.concat(Stream.of(Main.class.getName()), Arrays.stream(words.split(" ")))
                .toArray(String[]::new);
        return BridgeProcess.java(withoutBroker(), line).directory(folder.toFile()).redirectErrorStream(true).start();
    }

    private static String withoutBroker() {
        var all = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        var left = all.stream().map(entry -> Path.of(entry).toAbsolutePath().toString())
                .filter(entry -> !entry.contains("hivemq") && !entry.contains("broker")).toList();
        assertThat(left).hasSizeLessThan(all.size());
        return left.stream().collect(Collectors.joining(File.pathSeparator));
    }
}
