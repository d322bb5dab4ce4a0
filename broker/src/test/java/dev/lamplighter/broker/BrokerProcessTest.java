package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerProcessTest {
    @TempDir
    private Path data;

    @Test
    void killedBroker_startedAgain_hasRetainedAndQueuedMessages() throws Exception {
        try (var killed = BrokerProcess.over(data)) {
            var port = killed.port();
            try (var bridge = RawClient.hall(port, "bridge").persistent().connected()) {
                bridge.subscribe("lifx/all/set");
            }
            try (var sender = RawClient.hall(port, "sender").connected()) {
                sender.publish("lifx/all/set", "ON", false);
                sender.publish("lifx/bridge/state", "online", true);
                killed.kill();
            }
        }
        try (var broker = TestBroker.started(data); var bridge = RawClient.hall(broker.port(), "bridge").persistent()) {
            assertThat(bridge.connect()).isTrue();
            assertThat(bridge.next()).hasToString("ON");
            bridge.subscribe("lifx/bridge/state");
            assertThat(bridge.next()).hasToString("online");
        }
    }

    @Test
    void closedBroker_inAProgramThatIsDone_letsItEndAndSaysNothing() throws Exception {
        try (var process = BrokerProcess.over(data)) {
            process.port();
            assertThat(process.endsByItself()).isTrue();
            assertThat(process.saidSince()).isEmpty();
        }
    }

    @Test
    void broker_whoseNativeCodeCannotBeUnpacked_refusesToStartAndNamesTheFolder() throws Exception {
        var noFolder = Files.createFile(data.resolve("file"));
        try (var process = BrokerProcess.over(data.resolve("broker"), noFolder)) {
            assertThat(process.refusal().lines().filter(line -> !line.startsWith("WARNING"))).singleElement().asString()
                    .startsWith("the broker (HiveMQ) cannot run its native code from " + noFolder + ": ")
                    .endsWith("LAMPLIGHTER_JAVA_OPTS=-Djava.io.tmpdir=FOLDER");
        }
    }
}
