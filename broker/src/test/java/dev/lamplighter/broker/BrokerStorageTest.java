package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.broker.WireClient.Connack;
import dev.lamplighter.broker.WireClient.Publish;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the broker still knows after it, or a client, was away. */
class BrokerStorageTest {
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
        var open = receiveUnacknowledged();
        assertThat(receiveAgain()).isEqualTo(open);
    }

    @Test
    void unacknowledgedMessages_brokerRestarted_comeAgainWithDupAndTheirIds() throws Exception {
        var open = receiveUnacknowledged();
        restart();
        assertThat(receiveAgain()).isEqualTo(open);
    }

    /** Of three messages the first is acknowledged: how the other two must come again. */
    private List<Publish> receiveUnacknowledged() throws Exception {
        try (var bridge = new WireClient(broker.port())) {
            bridge.connect("wire", TestBroker.HALL);
            bridge.subscribe("lifx/all/set");
        }
        for (var payload : List.of("ON", "OFF", "TOGGLE")) {
            publish("lifx/all/set", payload, false);
        }
        try (var bridge = new WireClient(broker.port())) {
            bridge.connect("wire", TestBroker.HALL);
            var first = List.of(bridge.next(), bridge.next(), bridge.next());
            assertThat(first).containsExactly(new Publish("ON", 1, false), new Publish("OFF", 2, false),
                    new Publish("TOGGLE", 3, false));
            bridge.acknowledge(first.getFirst());
            bridge.ping();
        }
        return List.of(new Publish("OFF", 2, true), new Publish("TOGGLE", 3, true));
    }

    private List<Publish> receiveAgain() throws Exception {
        try (var bridge = new WireClient(broker.port())) {
            assertThat(bridge.connect("wire", TestBroker.HALL)).isEqualTo(new Connack(true, 0));
            return List.of(bridge.next(), bridge.next());
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
