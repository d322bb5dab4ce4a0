package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the broker still knows after it, or a client, was away. */
class BrokerStorageTest {
    private record Seen(String payload, int id, boolean duplicate) {
        static Seen of(MqttMessage message) {
            return new Seen(message.toString(), message.getId(), message.isDuplicate());
        }

        Seen again() {
            return new Seen(payload, id, true);
        }
    }

    @TempDir
    private Path data;

    private Broker broker;

    @BeforeEach
    void start() throws BrokerException {
        broker = TestBroker.started(data);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void retainedMessage_brokerRestarted_isStillThere() throws Exception {
        publish("lifx/light/d073d5000001/state", "{\"state\":\"ON\"}", true);
        restart();
        try (var late = RawClient.hall(broker.port(), "late").connected()) {
            late.subscribe("lifx/#");
            var message = late.next();
            assertThat(message).hasToString("{\"state\":\"ON\"}");
            assertThat(message.isRetained()).isTrue();
        }
    }

    @Test
    void queuedMessage_clientAwayAndBrokerRestarted_isDelivered() throws Exception {
        try (var bridge = bridge().connected()) {
            bridge.subscribe("lifx/+/+/set");
        }
        publish("lifx/light/d073d5000001/set", "TOGGLE", false);
        restart();
        try (var bridge = bridge()) {
            assertThat(bridge.connect()).isTrue();
            assertThat(bridge.next()).hasToString("TOGGLE");
        }
    }

    @Test
    void unacknowledgedMessages_clientReconnects_comeAgainWithDupAndTheirIds() throws Exception {
        var before = receiveUnacknowledged();
        assertThat(receiveAgain()).isEqualTo(before.stream().map(Seen::again).toList());
    }

    @Test
    void unacknowledgedMessages_brokerRestarted_comeAgainWithDupAndTheirIds() throws Exception {
        var before = receiveUnacknowledged();
        restart();
        assertThat(receiveAgain()).isEqualTo(before.stream().map(Seen::again).toList());
    }

    /** Three messages of which the first is acknowledged, so that the identifiers that stay open are not simply the first ones. */
    private List<Seen> receiveUnacknowledged() throws Exception {
        try (var bridge = bridge().connected()) {
            bridge.subscribe("lifx/all/set");
            for (var payload : new String[]{"ON", "OFF", "TOGGLE"}) {
                publish("lifx/all/set", payload, false);
            }
            bridge.acknowledge(bridge.next());
            var open = Stream.of(Seen.of(bridge.next()), Seen.of(bridge.next())).toList();
            assertThat(open).extracting(Seen::payload).containsExactly("OFF", "TOGGLE");
            assertThat(open).extracting(Seen::duplicate).containsOnly(false);
            bridge.drop();
            return open;
        }
    }

    private List<Seen> receiveAgain() throws Exception {
        try (var bridge = bridge()) {
            assertThat(bridge.connect()).isTrue();
            return Stream.of(Seen.of(bridge.next()), Seen.of(bridge.next())).toList();
        }
    }

    private RawClient bridge() throws MqttException {
        return RawClient.hall(broker.port(), "bridge").persistent();
    }

    private void publish(String topic, String payload, boolean retained) throws MqttException {
        try (var sender = RawClient.hall(broker.port(), "sender").connected()) {
            sender.publish(topic, payload, retained);
        }
    }

    private void restart() throws BrokerException {
        broker.close();
        broker = TestBroker.started(data);
    }
}
