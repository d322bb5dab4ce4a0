package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamplighter.config.Loaded;
import dev.lamplighter.config.Settings;
import dev.lamplighter.config.SettingsLoader;
import dev.lamplighter.light.Secret;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Delivery;
import dev.lamplighter.mqtt.MqttSettings;
import dev.lamplighter.mqtt.MqttVisit;
import dev.lamplighter.mqtt.Publication;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Boards that come to a real broker with what their folder holds, and nothing else. */
@Timeout(180)
final class BoardLoginTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DESK = "lifx/label/Desk Lamp/set";

    private final Closing closing = new Closing();
    private BoardShell shell;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        shell = new BoardShell(folder);
    }

    @AfterEach
    void close() {
        closing.close();
    }

    @Test
    void boardAddedToARunningBroker_comesInOverTls_andDoesWhatItWasGranted() throws Exception {
        startBroker();
        var home = home();
        assertThat(shell.board("add", "hall", "--may=label:Desk Lamp").status()).isZero();
        var board = admitted("hall");
        board.publish(Publication.passing(DESK, Bytes.utf8("TOGGLE")));
        board.publish(Publication.passing("boards/hall/button/1", Bytes.utf8("{}")));
        assertThat(next(home).topic()).isEqualTo(DESK);
        assertThat(next(home).topic()).isEqualTo("boards/hall/button/1");
        board.listen(List.of("lifx/label/Desk Lamp/result", "boards/hall/config"));
        assertThatThrownBy(() -> board.listen(List.of("lifx/#"))).hasMessageContaining("refused the subscription");
        for (var elsewhere : List.of("lifx/label/Bedside/set", "lifx/all/set", "boards/attic/button/1")) {
            var other = admitted("hall");
            other.publish(Publication.passing(elsewhere, Bytes.utf8("ON")));
            assertThatThrownBy(() -> other.next(PATIENCE)).isInstanceOf(IOException.class)
                    .hasMessageContaining(elsewhere);
        }
        assertThat(home.next(Duration.ZERO)).isEmpty();
    }

    @Test
    void boardAddedBeforeTheBrokerEverRan_comesIn() throws Exception {
        assertThat(shell.board("add", "hall", "--may=all").status()).isZero();
        assertThat(shell.board("add", "attic", "--lan").status()).isZero();
        startBroker();
        var home = home();
        admitted("hall").publish(Publication.passing("lifx/all/set", Bytes.utf8("ON")));
        assertThat(next(home).topic()).isEqualTo("lifx/all/set");
        admitted("attic").publish(Publication.passing("boards/attic/button/1", Bytes.utf8("{}")));
        assertThat(next(home).topic()).isEqualTo("boards/attic/button/1");
    }

    @Test
    void boardWithANewPassword_isShutOutWithTheOldOne() throws Exception {
        startBroker();
        shell.board("add", "hall");
        var board = admitted("hall");
        var old = settings("hall");
        assertThat(shell.board("rotate", "hall").status()).isZero();
        assertThatThrownBy(() -> board.next(PATIENCE)).as("the connection that was").isInstanceOf(IOException.class);
        assertThatThrownBy(() -> MqttVisit.open(old, PATIENCE)).hasMessageContaining("refused user 'hall'");
        admitted("hall");
    }

    @Test
    void boardThatIsRemoved_isShutOut() throws Exception {
        startBroker();
        shell.board("add", "hall", "--lan");
        var board = admitted("hall");
        var old = settings("hall");
        assertThat(shell.board("remove", "hall").status()).isZero();
        assertThatThrownBy(() -> board.next(PATIENCE)).as("the connection that was").isInstanceOf(IOException.class);
        assertThatThrownBy(() -> MqttVisit.open(old, PATIENCE)).hasMessageContaining("refused user 'hall'");
    }

    private void startBroker() throws Exception {
        closing.add(Brokers.home(loaded(), new Secret("of-the-bridge")));
    }

    private Settings loaded() {
        var loader = new SettingsLoader(Map.of(), shell.folder, List.of());
        if (loader.load(Optional.of(shell.settingsFile())) instanceof Loaded.Good(var settings, _, _)) {
            return settings;
        }
        throw new AssertionError("the settings are not good");
    }

    /** Hears all that is said. */
    private MqttVisit home() throws Exception {
        var password = Logins.passwords(shell.data()).of(Logins.HOME);
        var home = closing.add(MqttVisit.open(new MqttSettings(Logins.near(Logins.LOOPBACK, shell.plain), "listener",
                Optional.of(new MqttSettings.Login(Logins.HOME, password)), MqttSettings.Tls.PUBLIC), PATIENCE));
        home.listen(List.of("lifx/#", "boards/#"));
        return home;
    }

    private static Delivery next(MqttVisit visit) throws Exception {
        return visit.next(PATIENCE).orElseThrow(() -> new AssertionError("nothing was heard"));
    }

    /** A running broker looks at its users once a second, so the first try may come too early. */
    private MqttVisit admitted(String board) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return closing.add(MqttVisit.open(settings(board), PATIENCE));
            } catch (IOException refused) {
                if (System.nanoTime() > end) {
                    throw refused;
                }
            }
        }
    }

    /** What a board's firmware makes of its folder. */
    private MqttSettings settings(String board) throws Exception {
        var config = shell.config(board);
        var mqtt = config.path("mqtt");
        var tls = mqtt.path("tls").booleanValue();
        var url = URI.create((tls ? "mqtts://" : "mqtt://") + mqtt.path("host").stringValue() + ":"
                + mqtt.path("port").intValue());
        var ca = tls ? Optional.of(shell.files(board).resolve("ca.pem")) : Optional.<Path>empty();
        return new MqttSettings(url, config.path("name").stringValue(),
                Optional.of(new MqttSettings.Login(mqtt.path("username").stringValue(),
                        new Secret(mqtt.path("password").stringValue()))),
                new MqttSettings.Tls(ca, Optional.empty(), Optional.empty()));
    }
}
