package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.broker.RawMqtt.Will;
import dev.lamplighter.broker.rules.Tree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long commands live in the broker, as a subscriber of MQTT 5 is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandGateTest {
    private static final Login HOME = new Login("home", "sweet");
    private static final String SET = "lifx/light/d073d5001337/set";

    private Broker broker;

    @BeforeAll
    void start(@TempDir Path folder) throws BrokerException {
        broker = new Broker(
                new BrokerSettings(Listeners.plain("127.0.0.1", 0), folder, Storage.MEMORY, new Access(false,
                        List.of(HOME), Optional.empty(), Tree.STANDARD, Duration.ofSeconds(25))),
                InstantSource.system());
        broker.start();
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    private RawMqtt client(String name, boolean five, Optional<Will> will) throws IOException {
        var client = new RawMqtt(new Socket(InetAddress.getLoopbackAddress(), broker.port()), five);
        assertThat(client.connect(name, HOME, will)).isZero();
        return client;
    }

    private RawMqtt bridge(String filter) throws IOException {
        var bridge = client("bridge", true, Optional.empty());
        assertThat(bridge.subscribe(filter)).isEqualTo(1);
        return bridge;
    }

    private static void livesFor(OptionalLong told, long seconds) {
        assertThat(told).isPresent();
        assertThat(told.getAsLong()).isBetween(seconds - 3, seconds);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void command_withoutAnExpiry_livesAsLongAsSet(boolean five) throws IOException {
        try (var bridge = bridge(SET); var board = client("board", five, Optional.empty())) {
            board.publish(SET, "TOGGLE", false);
            livesFor(bridge.expiry(), 25);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 100})
    void command_withAnExpiry_keepsIt(long seconds) throws IOException {
        try (var bridge = bridge(SET); var board = client("board", true, Optional.empty())) {
            board.publishExpiring(SET, seconds);
            livesFor(bridge.expiry(), seconds);
        }
    }

    @Test
    void whatIsNoCommand_livesForEver() throws IOException {
        try (var bridge = bridge("boards/#"); var board = client("board", false, Optional.empty())) {
            board.publish("boards/hall/state", "online", false);
            assertThat(bridge.expiry()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void command_thatIsALastWill_growsOldToo(boolean five) throws IOException {
        try (var bridge = bridge(SET)) {
            client("board", five, Optional.of(new Will(SET, false))).close();
            livesFor(bridge.expiry(), 25);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void command_thatIsRetained_reachesNobodyNowOrLater(boolean five) throws IOException {
        try (var bridge = bridge(SET); var board = client("board", five, Optional.empty())) {
            board.publish(SET, "OFF", true);
            board.publish(SET, "ON", false);
            assertThat(bridge.next()).endsWith("ON");
        }
        try (var later = bridge(SET); var board = client("board", five, Optional.empty())) {
            board.publish(SET, "40", false);
            assertThat(later.next()).endsWith("40");
        }
    }
}
