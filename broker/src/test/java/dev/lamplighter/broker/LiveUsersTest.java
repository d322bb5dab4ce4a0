package dev.lamplighter.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lamplighter.broker.rules.Tree;
import dev.lamplighter.broker.tls.ManualTicker;
import dev.lamplighter.broker.tls.Means;
import dev.lamplighter.broker.users.Grant;
import dev.lamplighter.broker.users.Grant.Kind;
import dev.lamplighter.broker.users.PasswordHash;
import dev.lamplighter.broker.users.PasswordHash.Cost;
import dev.lamplighter.broker.users.Role;
import dev.lamplighter.broker.users.User;
import dev.lamplighter.broker.users.UsersException;
import dev.lamplighter.broker.users.UsersFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users that come, go and change while the broker runs. */
class LiveUsersTest {
    private static final int BAD_LOGIN = 0x86;
    private static final int NOT_AUTHORIZED = 0x87;
    private static final int BAD_CLIENT_ID = 0x85;

    private final ManualTicker ticker = new ManualTicker();
    private UsersFile users = new UsersFile(Path.of(""));
    private Broker broker;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        users = new UsersFile(folder.resolve("users"));
        add("hall", "lamp");
        broker = broker(folder);
        broker.start();
    }

    private Broker broker(Path folder) {
        return new Broker(new BrokerSettings(Listeners.plain("127.0.0.1", 0), folder.resolve("broker"), Storage.MEMORY,
                new Access(false, List.of(new Login("home", "sweet")), Optional.of(users.path()), Tree.STANDARD,
                        Duration.ofSeconds(30))),
                new Means(InstantSource.system(), ticker, new SecureRandom(), List::of));
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private void add(String name, String password, Grant... grants) throws UsersException {
        var hash = PasswordHash.of(password.getBytes(UTF_8), Cost.RANDOM, new SecureRandom());
        users.change(all -> all.with(new User(name, Role.BOARD, hash, Set.of(grants))));
    }

    private RawMqtt connection() throws IOException {
        return new RawMqtt(new Socket(InetAddress.getLoopbackAddress(), broker.port()), true);
    }

    private RawMqtt loggedIn(String name, String password) throws IOException {
        var connection = connection();
        assertThat(connection.connect(name, new Login(name, password), Optional.empty())).isZero();
        return connection;
    }

    private void refused(String name, String password, int reason) throws IOException {
        try (var connection = connection()) {
            assertThat(connection.connect(name, new Login(name, password), Optional.empty())).isEqualTo(reason);
        }
    }

    @Test
    void user_whoIsAdded_comesIn() throws Exception {
        refused("attic", "moon", BAD_LOGIN);
        add("attic", "moon");
        ticker.tick();
        loggedIn("attic", "moon").close();
    }

    @Test
    void user_whoIsRemoved_isShownOutAndStaysOut() throws Exception {
        try (var board = loggedIn("hall", "lamp"); var other = loggedIn("home", "sweet")) {
            users.change(all -> all.without("hall"));
            ticker.tick();
            assertThat(board.disconnected()).isEqualTo(NOT_AUTHORIZED);
            refused("hall", "lamp", BAD_LOGIN);
            assertThat(other.publish("any", false)).isZero();
        }
    }

    @Test
    void user_withANewPassword_hasToComeInAgain() throws Exception {
        try (var board = loggedIn("hall", "lamp")) {
            add("hall", "bulb");
            ticker.tick();
            assertThat(board.disconnected()).isEqualTo(NOT_AUTHORIZED);
        }
        refused("hall", "lamp", BAD_LOGIN);
        loggedIn("hall", "bulb").close();
    }

    @Test
    void board_thatIsGrantedMore_mayDoMore() throws Exception {
        try (var board = loggedIn("hall", "lamp")) {
            assertThat(board.publish("lifx/group/Office/set", false)).isEqualTo(NOT_AUTHORIZED);
        }
        add("hall", "lamp", new Grant.Named(Kind.GROUP, "Office"));
        ticker.tick();
        try (var board = loggedIn("hall", "lamp")) {
            assertThat(board.publish("lifx/group/Office/set", false)).isZero();
        }
    }

    @Test
    void file_thatIsBroken_changesNothing() throws Exception {
        try (var board = loggedIn("hall", "lamp")) {
            Files.writeString(users.path(), "hall:board:secret\n");
            ticker.tick();
            assertThat(board.publish("boards/hall/state", false)).isZero();
            loggedIn("home", "sweet").close();
        }
        loggedIn("hall", "lamp").close();
    }

    @Test
    void file_thatIsBrokenAtTheStart_isToldAndNobodyIsLetIn(@TempDir Path folder) throws Exception {
        Files.writeString(users.path(), "hall:board:secret\n");
        try (var other = broker(folder)) {
            assertThatExceptionOfType(BrokerException.class).isThrownBy(other::start)
                    .withMessage(users.path() + ", line 1: the password is not an Argon2id hash");
        }
    }

    @Test
    void board_underAnothersClientId_isRefused() throws Exception {
        try (var bridge = connection(); var board = connection()) {
            assertThat(bridge.connect("lamplighter-bridge", new Login("home", "sweet"), Optional.empty())).isZero();
            assertThat(board.connect("lamplighter-bridge", new Login("hall", "lamp"), Optional.empty()))
                    .isEqualTo(BAD_CLIENT_ID);
            assertThat(bridge.publish("any", false)).as("it was not thrown out").isZero();
        }
    }

    /** The sixth and seventh wrong one cost the next a quarter and half a second; a right one is only late. */
    @Test
    void guesses_fromOneAddress_areSlowed() throws Exception {
        var began = System.nanoTime();
        for (var guess = 0; guess < 8; guess++) {
            refused("hall", "guess" + guess, BAD_LOGIN);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(250 + 500));
        loggedIn("hall", "lamp").close();
    }
}
