package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerLimitsTest {
    private static final int MORE = 25;

    private Broker broker;

    @BeforeAll
    void start(@TempDir Path data) throws BrokerException {
        broker = TestBroker.started(TestBroker.settings(data, Storage.MEMORY));
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void queue_thatIsFull_dropsTheRestAndSaysSoOnce() throws Exception {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var logger = (Logger) LoggerFactory.getLogger(DropsWatch.class);
        logger.addAppender(lines);
        try (var sender = RawClient.hall(broker.port(), "sender").connected()) {
            try (var sleeper = RawClient.hall(broker.port(), "sleeper").persistent().connected()) {
                sleeper.subscribe("much");
            }
            for (var number = 0; number < Limits.HOME.queued() + MORE; number++) {
                sender.publish("much", "x", false);
            }
        } finally {
            logger.detachAppender(lines);
        }
        assertThat(broker.dropped()).isEqualTo(MORE);
        assertThat(lines.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly(
                "Messages for client sleeper are dropped, 1 so far: The client message queue is full (10000 may wait for a client)");
    }

    private RawMqtt raw(boolean five) throws IOException {
        var client = new RawMqtt(new Socket(InetAddress.getLoopbackAddress(), broker.port()), five);
        assertThat(client.connect("raw", TestBroker.HALL, Optional.empty())).isZero();
        return client;
    }

    @Test
    void packet_thatIsTooLarge_endsTheConnection() throws IOException {
        try (var client = raw(false)) {
            assertThat(client.publish("much", "x".repeat(Limits.HOME.packet()), false)).isEqualTo(RawMqtt.CUT_OFF);
        }
        try (var client = raw(true)) {
            assertThat(client.publish("much", "x".repeat(Limits.HOME.packet() - 64), false)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void topic_thatIsTooLong_endsTheConnection(boolean five) throws IOException {
        try (var client = raw(five)) {
            assertThat(client.publish("t".repeat(Limits.HOME.topic()), false)).isZero();
            assertThat(client.publish("t".repeat(Limits.HOME.topic() + 1), false)).isEqualTo(RawMqtt.CUT_OFF);
        }
    }

    @Test
    void clientId_thatIsTooLong_isRefused() throws Exception {
        try (var client = RawClient.hall(broker.port(), "c".repeat(Limits.HOME.clientId() + 1))) {
            assertThatExceptionOfType(MqttException.class).isThrownBy(client::connect);
        }
        try (var client = RawClient.hall(broker.port(), "c".repeat(Limits.HOME.clientId()))) {
            assertThat(client.connect()).isFalse();
        }
    }
}
