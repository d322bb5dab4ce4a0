package dev.lamplighter.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.broker.rules.Tree;
import dev.lamplighter.broker.tls.ManualTicker;
import dev.lamplighter.broker.tls.Means;
import dev.lamplighter.broker.users.Grant;
import dev.lamplighter.broker.users.Grant.Kind;
import dev.lamplighter.broker.users.PasswordHash;
import dev.lamplighter.broker.users.PasswordHash.Cost;
import dev.lamplighter.broker.users.Role;
import dev.lamplighter.broker.users.User;
import dev.lamplighter.broker.users.UsersFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
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

/** What is kept for a client while it is away, and connections that follow one another. */
class SessionsTest {
    private static final Login HALL = new Login("hall", "lamp");
    private static final Login HOME = new Login("home", "sweet");
    private static final String STATE = "lifx/group/Office/state";
    private static final String SET = "lifx/group/Office/set";
    private static final Grant OFFICE = new Grant.Named(Kind.GROUP, "Office");
    private static final int NOT_AUTHORIZED = 0x87;
    private static final int TAKEN_OVER = 0x8e;

    private final ManualTicker ticker = new ManualTicker();
    private final PasswordHash hash = PasswordHash.of(HALL.password().getBytes(UTF_8), Cost.RANDOM, new SecureRandom());
    private UsersFile users = new UsersFile(Path.of(""));
    private Broker broker;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        users = new UsersFile(folder.resolve("users"));
        grant(OFFICE);
        broker = new Broker(
                new BrokerSettings(Listeners.plain("127.0.0.1", 0), folder.resolve("broker"), Storage.MEMORY,
                        new Access(false, List.of(HOME), Optional.of(users.path()), Tree.STANDARD,
                                Duration.ofSeconds(30))),
                new Means(InstantSource.system(), ticker, new SecureRandom(), List::of));
        broker.start();
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private void grant(Grant... grants) throws Exception {
        users.change(all -> all.with(new User(HALL.username(), Role.BOARD, hash, Set.of(grants))));
    }

    private WireClient board() throws IOException {
        return new WireClient(broker.port());
    }

    private RawMqtt raw(Login login) throws IOException {
        var client = new RawMqtt(new Socket(InetAddress.getLoopbackAddress(), broker.port()), true);
        assertThat(client.connect(login.username(), login, Optional.empty())).isZero();
        return client;
    }

    @Test
    void session_thatReadsWhatIsStillAllowed_isKept() throws Exception {
        leave();
        try (var again = board()) {
            assertThat(again.connect("hall", HALL).sessionPresent()).isTrue();
            assertThat(again.next().payload()).isEqualTo("ON");
        }
    }

    @Test
    void session_thatReadsWhatIsNoLongerAllowed_isForgottenWithAllThatWaits() throws Exception {
        leave();
        grant();
        ticker.tick();
        try (var again = board()) {
            assertThat(again.connect("hall", HALL).sessionPresent()).isFalse();
            again.ping();
        }
        grant(OFFICE);
        ticker.tick();
        try (var later = board()) {
            assertThat(later.connect("hall", HALL)).as("nothing came back with the grant")
                    .isEqualTo(new WireClient.Connack(true, 0));
            later.subscribe("boards/hall/config");
            try (var home = raw(HOME)) {
                home.publish(STATE, "OFF", false);
                home.publish("boards/hall/config", "new", false);
            }
            assertThat(later.next().payload()).isEqualTo("new");
        }
    }

    @Test
    void session_ofAUserWhoIsGone_isForgotten() throws Exception {
        leave();
        users.change(all -> all.without("hall"));
        ticker.tick();
        grant(OFFICE);
        ticker.tick();
        try (var again = board()) {
            assertThat(again.connect("hall", HALL).sessionPresent()).isFalse();
        }
    }

    /** Subscribes, goes, and has something waiting. */
    private void leave() throws Exception {
        try (var board = board()) {
            assertThat(board.connect("hall", HALL).reason()).isZero();
            board.subscribe(STATE);
        }
        try (var home = raw(HOME)) {
            home.publish(STATE, "ON", false);
        }
    }

    @Test
    void board_whoseFormerConnectionWasTakenOver_isStillShownOutWhenItChanges() throws Exception {
        try (var former = raw(HALL); var board = raw(HALL)) {
            assertThat(former.disconnected()).isEqualTo(TAKEN_OVER);
            assertThat(board.publish("boards/hall/state", false)).isZero();
            grant();
            ticker.tick();
            assertThat(board.disconnected()).isEqualTo(NOT_AUTHORIZED);
        }
    }

    @Test
    void command_thatAsksForAnAnswerElsewhere_isRefused() throws Exception {
        try (var board = raw(HALL); var home = raw(HOME)) {
            assertThat(board.publishAsking(SET, "boards/attic/config")).isEqualTo(NOT_AUTHORIZED);
            assertThat(board.publishAsking(SET, "lifx/answers/hall")).isZero();
            assertThat(home.publishAsking(SET, "answers/me")).isZero();
        }
    }
}
