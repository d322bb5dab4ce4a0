package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lamplighter.broker.users.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What the log says of what was denied. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionsTest {
    private static final Login PANEL = new Login("panel", "glass", Role.READER);
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(Permissions.class);

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private Broker broker;

    @BeforeAll
    void start(@TempDir Path data) throws BrokerException {
        broker = TestBroker.started(
                new BrokerSettings("127.0.0.1", 0, data, Storage.MEMORY, false, List.of(PANEL)));
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @BeforeEach
    void listen() {
        lines.list.clear();
        lines.start();
        LOG.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        LOG.detachAppender(lines);
    }

    private RawMqtt panel(boolean five) throws IOException {
        var client = new RawMqtt(new Socket(InetAddress.getLoopbackAddress(), broker.port()), five);
        assertThat(client.connect("wall", PANEL, Optional.empty())).isZero();
        return client;
    }

    @Test
    void denial_thatCutsOffAnOldClient_isToldOnceWithWhoWhatAndWhy() throws IOException {
        for (var attempt = 0; attempt < 3; attempt++) {
            try (var panel = panel(false)) {
                assertThat(panel.publish("lifx/all/set", false)).isEqualTo(RawMqtt.CUT_OFF);
            }
        }
        assertThat(lines.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly(
                "denied: user panel (client wall) may not publish on lifx/all/set: a reader publishes nothing (MQTT 3 has no word for this: the client is cut off)");
    }

    @Test
    void denials_ofOneClient_areToldEachOnce() throws IOException {
        try (var panel = panel(true)) {
            for (var attempt = 0; attempt < 3; attempt++) {
                panel.publish("lifx/bridge/restart", false);
                panel.subscribe("#");
            }
        }
        assertThat(lines.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly(
                "denied: user panel (client wall) may not publish on lifx/bridge/restart: a reader publishes nothing",
                "denied: user panel (client wall) may not subscribe to #: a reader reads below lifx/, boards/ and homeassistant/");
    }
}
