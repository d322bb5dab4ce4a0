package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerLoginTest {
    private static final int MALFORMED_PACKET = 0x81;
    private static final int BAD_USER_NAME_OR_PASSWORD = 0x86;

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
    void client_rightPassword_publishesAndReceives() throws Exception {
        try (var client = RawClient.hall(broker.port(), "right").connected()) {
            client.subscribe("any/topic/#");
            client.publish("any/topic/at/all", "hello", false);
            assertThat(client.next()).hasToString("hello");
        }
    }

    @Test
    void client_wrongPassword_isRefused() throws MqttException {
        refused(new RawClient(broker.port(), "wrong").login(new Login("hall", "lamb")));
    }

    @Test
    void client_unknownUser_isRefused() throws MqttException {
        refused(new RawClient(broker.port(), "unknown").login(new Login("attic", "lamp")));
    }

    @Test
    void client_noLogin_isRefused() throws MqttException {
        refused(new RawClient(broker.port(), "none"));
    }

    @Test
    void refusedClient_tryingAgain_makesOneLineWithoutThePassword() throws IOException {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var logger = (Logger) LoggerFactory.getLogger(Admission.class);
        logger.addAppender(lines);
        try {
            for (var attempt = 0; attempt < 2; attempt++) {
                try (var board = new WireClient(broker.port())) {
                    assertThat(board.connect("b".repeat(65), new Login("cellar", "s3cret")).reason())
                            .isEqualTo(BAD_USER_NAME_OR_PASSWORD);
                }
            }
        } finally {
            logger.detachAppender(lines);
        }
        assertThat(lines.list).extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("login refused: client " + "b".repeat(64)
                        + "…, user cellar, from 127.0.0.1: unknown user or wrong password");
    }

    /** So a line of the log cannot be faked. */
    @Test
    void client_lineBreakInItsName_isMalformed() throws IOException {
        try (var board = new WireClient(broker.port())) {
            assertThat(board.connect("board\nfaked line", TestBroker.HALL).reason()).isEqualTo(MALFORMED_PACKET);
        }
    }

    @Test
    void anonymousBroker_clientWithoutLogin_isLetInAndAWrongPasswordIsNot(@TempDir Path data) throws Exception {
        var settings = new BrokerSettings("127.0.0.1", 0, data, Storage.MEMORY, true, List.of(TestBroker.HALL));
        try (var open = TestBroker.started(settings); var nobody = new RawClient(open.port(), "nobody").connected()) {
            nobody.publish("hello", "x", false);
            refused(new RawClient(open.port(), "wrong").login(new Login("hall", "lamb")));
        }
    }

    private static void refused(RawClient client) throws MqttException {
        try (client) {
            assertThatExceptionOfType(MqttException.class).isThrownBy(client::connect)
                    .extracting(MqttException::getReasonCode)
                    .isEqualTo(BAD_USER_NAME_OR_PASSWORD);
        }
    }
}
