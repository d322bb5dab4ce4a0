package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the folder of a stopped broker is a backup. */
class BrokerCopyTest {
    @TempDir
    private Path folder;

    @Test
    void copiedFolder_startedInPlaceOfTheOther_hasRetainedAndQueuedMessages() throws Exception {
        var original = folder.resolve("original");
        try (var broker = TestBroker.started(original)) {
            try (var bridge = RawClient.hall(broker.port(), "bridge").persistent().connected()) {
                bridge.subscribe("lifx/all/set");
            }
            try (var sender = RawClient.hall(broker.port(), "sender").connected()) {
                sender.publish("lifx/all/set", "ON", false);
                sender.publish("lifx/bridge/state", "online", true);
            }
        }
        var copy = folder.resolve("copy");
        copy(original, copy);
        try (var broker = TestBroker.started(copy); var bridge = RawClient.hall(broker.port(), "bridge").persistent()) {
            assertThat(bridge.connect()).isTrue();
            assertThat(bridge.next()).hasToString("ON");
            bridge.subscribe("lifx/bridge/state");
            assertThat(bridge.next()).hasToString("online");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
