package dev.lamplighter.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.broker.Broker;
import dev.lamplighter.broker.BrokerSettings;
import dev.lamplighter.broker.Login;
import dev.lamplighter.broker.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What a bridge in a process of its own writes on standard error. */
@Timeout(120)
final class LogLinesTest {
    private static final String PASSWORD = "hush-of-the-broker";
    private static final String COMMAND = "{\"state\":\"ON\",\"id\":\"press-7\"}";
    private static Broker broker;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startBroker(@TempDir Path data) throws Exception {
        var logins = List.of(new Login("me", PASSWORD));
        broker = new Broker(new BrokerSettings("127.0.0.1", 0, data, Storage.MEMORY, true, logins),
                InstantSource.system());
        broker.start();
    }

    @AfterAll
    static void closeBroker() {
        broker.close();
    }

    @Test
    void command_inText_hasOneLineWithItsId() throws Exception {
        var lines = lines("text", "info", COMMAND);
        assertThat(lines.getLast()).contains("/light/d073d5001337/set {", " [press-7]: applied via cloud, ", " ms");
        assertThat(lines).filteredOn(line -> line.contains("press-7")).hasSize(1);
    }

    @Test
    void command_inJson_hasItsFields_andEveryLineIsAnObject() throws Exception {
        var mapper = new JsonMapper();
        var lines = lines("json", "debug", COMMAND).stream().map(mapper::readTree).toList();
        assertThat(lines).allSatisfy(line -> assertThat(line.path("formattedMessage").asString()).isNotBlank());
        var fields = new ArrayList<String>();
        lines.getLast().path("kvpList").forEach(pair -> pair.properties()
                .forEach(field -> fields.add(field.getKey() + "=" + field.getValue().asString())));
        assertThat(fields).contains("id=press-7", "result=applied", "via=cloud")
                .anySatisfy(field -> assertThat(field).matches("took_ms=[0-9]+"));
    }

    /** Up to the first line about a command; none of them may show a secret. */
    private List<String> lines(String format, String level, String command) throws Exception {
        try (var home = Home.with(Home.CLOUD, broker, folder)) {
            var process = BridgeProcess.java(System.getProperty("java.class.path"), Main.class.getName(), "bridge",
                    "--config", settings(home, format, level).toString()).directory(folder.toFile()).start();
            try (var out = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8))) {
                var user = home.user();
                user.next(home.base + "/bridge/state", state -> state.text().equals("online"));
                user.send(home.base + "/light/d073d5001337/set", command);
                var lines = until(out, "press-7");
                assertThat(lines).noneMatch(
                        line -> line.contains(PASSWORD) || line.contains(Home.TOKEN.reveal()));
                return lines;
            } finally {
                process.destroyForcibly().onExit().join();
            }
        }
    }

    private Path settings(Home home, String format, String level) throws IOException {
        return Files.writeString(folder.resolve("lamplighter.yml"), """
                mqtt: { url: "mqtt://127.0.0.1:%d", username: me, password: %s, base-topic: %s, client-id: %s }
                cloud: { token: %s, url: "%s", ca: "%s" }
                lan: { enabled: false }
                log: { format: %s, level: %s }
                """.formatted(broker.port(), PASSWORD, home.base, home.base, Home.TOKEN.reveal(), home.cloud.url(),
                home.ca(), format, level));
    }

    private static List<String> until(BufferedReader out, String word) throws IOException {
        var lines = new ArrayList<String>();
        while (lines.isEmpty() || !lines.getLast().contains(word)) {
            var line = out.readLine();
            assertThat(line).as("after " + lines).isNotNull();
            lines.add(line);
        }
        return lines;
    }
}
