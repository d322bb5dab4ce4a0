package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Data folders in which somebody, or a failing card, has written. In processes of their own, as a HiveMQ that could not start stays behind. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BrokerDamageTest {
    @TempDir
    private Path data;

    @BeforeEach
    void fill() throws Exception {
        try (var broker = TestBroker.started(data); var client = RawClient.hall(broker.port(), "writer").connected()) {
            client.publish("lifx/bridge/state", "online", true);
        }
    }

    @Test
    void retainedMessages_namingAnotherTable_areToldInOneLine() throws Exception {
        Files.writeString(database("CURRENT", "retained_messages_0"), "MANIFEST-999999\n");
        assertThat(refusal()).startsWith("the broker (HiveMQ) did not start: its database retained_messages is damaged")
                .doesNotContain("\n");
    }

    @Test
    void payloads_withATruncatedManifest_areToldInOneLine() throws Exception {
        try (var files = Files.walk(data)) {
            var manifest = files.filter(file -> file.getFileName().toString().startsWith("MANIFEST")
                    && file.toString().contains("publish_payload_store_0")).findFirst().orElseThrow();
            Files.write(manifest, new byte[]{1, 2, 3});
        }
        assertThat(refusal())
                .startsWith("the broker (HiveMQ) did not start: its database publish_payload_store is damaged")
                .doesNotContain("\n");
    }

    @Test
    void folder_inUseByAnotherProcess_isToldInOneLine() throws Exception {
        try (var other = BrokerProcess.over(data)) {
            other.port();
            assertThat(refusal()).isEqualTo("another broker uses the data folder " + data);
        }
    }

    private Path database(String name, String folder) throws IOException {
        try (var files = Files.walk(data)) {
            return files.filter(file -> file.getFileName().toString().equals(name) && file.toString().contains(folder))
                    .findFirst().orElseThrow();
        }
    }

    private String refusal() throws Exception {
        try (var broker = BrokerProcess.over(data)) {
            return broker.refusal();
        }
    }
}
