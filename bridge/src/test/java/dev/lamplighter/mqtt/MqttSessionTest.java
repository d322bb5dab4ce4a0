package dev.lamplighter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Secret;
import dev.lamplighter.mqtt.MqttSettings.Login;
import dev.lamplighter.mqtt.MqttSettings.Tls;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class MqttSessionTest {
    private static final int BURST = 10_000;

    @TempDir
    private static Path folder;
    private static TestBroker broker;

    private final List<AutoCloseable> opened = new ArrayList<>();
    /** What this test's topics begin with, so that no test hears another. */
    private String base = "";
    private TcpProxy proxy;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = TestBroker.start(folder);
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    @BeforeEach
    void startProxy(TestInfo test) throws IOException {
        base = test.getTestMethod().orElseThrow().getName();
        proxy = new TcpProxy(broker.port());
        opened.add(proxy);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (var one : opened.reversed()) {
            one.close();
        }
    }

    @Test
    void publish_toASubscribedSession_arrivesWithEverythingItCarries() throws Exception {
        var heard = new Recorder(true);
        var session = start("a", broker.port(), heard);
        assertThat(heard.said()).isEqualTo("connected");

        session.publish(Publication.passing(base + "/in/x", Bytes.utf8("ü"))
                .expiringAfter(Duration.ofSeconds(40)).correlatedWith(Bytes.utf8("c1")));
        session.publish(Publication.retained(base + "/in/kept", Bytes.utf8("1")));

        var first = heard.delivery(delivery -> delivery.topic().equals(base + "/in/x"));
        assertThat(first.payload()).isEqualTo(Bytes.utf8("ü"));
        assertThat(first.qos()).isEqualTo(1);
        assertThat(first.retained()).isFalse();
        assertThat(first.duplicate()).isFalse();
        assertThat(first.packetId()).isPositive();
        assertThat(first.correlationData()).contains(Bytes.utf8("c1"));
        assertThat(first.expiry().orElseThrow()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(40));
        assertThat(first.responseTopic()).isEmpty();
    }

    @Test
    void publish_retainedToALiveSubscriber_arrivesMarkedAsRetained() throws Exception {
        var heard = new Recorder(true);
        var session = start("a", broker.port(), heard);

        session.publish(Publication.retained(base + "/in/kept", Bytes.utf8("1")));

        assertThat(heard.delivery().retained()).isTrue();
    }

    @Test
    void publish_onManyTopicsInTurn_keepsEachPayloadOnItsTopic() throws Exception {
        var heard = new Recorder(true);
        var session = start("a", broker.port(), heard);

        for (var i = 0; i < 200; i++) {
            session.publish(Publication.passing(base + "/in/" + i % 12, Bytes.utf8(i % 12 + "")));
        }

        for (var i = 0; i < 200; i++) {
            var delivery = heard.delivery();
            assertThat(delivery.topic()).isEqualTo(base + "/in/" + i % 12);
            assertThat(delivery.payload()).isEqualTo(Bytes.utf8(i % 12 + ""));
        }
    }

    @Test
    void delivery_notAcknowledged_isRepeatedToTheNextSessionWithTheSameIdentifierAndTheFlag() throws Exception {
        sentWhileAway("1", "2");
        var forgetful = new Recorder(false);
        var first = start("a", broker.port(), forgetful);
        assertThat(forgetful.said()).isEqualTo("connected, session present");
        var one = forgetful.delivery();
        var two = forgetful.delivery();
        assertThat(two.duplicate()).isFalse();
        one.acknowledge();
        first.close();

        var heard = new Recorder(true);
        start("a", broker.port(), heard);

        assertThat(heard.said()).isEqualTo("connected, session present");
        var again = heard.delivery();
        assertThat(again.payload()).isEqualTo(Bytes.utf8("2"));
        assertThat(again.packetId()).isEqualTo(two.packetId());
        assertThat(again.duplicate()).isTrue();
    }

    @Test
    void acknowledge_outOfOrder_isHeldBackSoThatTheEarlierIsRepeatedFirst() throws Exception {
        sentWhileAway("1", "2", "3");
        var forgetful = new Recorder(false);
        var first = start("a", broker.port(), forgetful);
        assertThat(forgetful.said()).isEqualTo("connected, session present");
        forgetful.delivery();
        forgetful.delivery().acknowledge();
        forgetful.delivery().acknowledge();
        first.close();

        var heard = new Recorder(true);
        start("a", broker.port(), heard);

        for (var expected : List.of("1", "2", "3")) {
            assertThat(heard.delivery().payload()).isEqualTo(Bytes.utf8(expected));
        }
    }

    @Test
    void acknowledge_afterTheConnectionIsGone_isHarmless() throws Exception {
        var heard = new Recorder(false);
        var session = start("a", proxy.port(), heard);
        heard.said();
        session.publish(Publication.passing(base + "/in/x", Bytes.utf8("1")));
        var old = heard.delivery();
        proxy.cut();
        assertThat(heard.said()).startsWith("lost: ");
        old.acknowledge();
        old.acknowledge();
        assertThat(heard.said()).isEqualTo("connected, session present");

        var again = heard.delivery();
        again.acknowledge();

        assertThat(again.duplicate()).isTrue();
        session.publish(Publication.passing(base + "/in/x", Bytes.utf8("2")));
        var next = heard.delivery();
        // Where the cut swallowed what the broker said of the first, it was published once more.
        while (next.payload().equals(Bytes.utf8("1"))) {
            next.acknowledge();
            next = heard.delivery();
        }
        assertThat(next.payload()).isEqualTo(Bytes.utf8("2"));
    }

    @Test
    void connection_cutWithoutGoodbye_makesTheBrokerPublishTheWill() throws Exception {
        var observer = observer(base + "/state");
        var heard = new Recorder(true);
        start("a", proxy.port(), heard);
        heard.said();
        assertThat(observer.delivery().payload()).isEqualTo(Bytes.utf8("online"));

        proxy.refuse();

        var will = observer.delivery();
        assertThat(will.payload()).isEqualTo(Bytes.utf8("offline"));
        assertThat(will.retained()).isTrue();
    }

    @Test
    void connection_back_subscribesAgainAndPublishesEveryRetainedValueAgain() throws Exception {
        var heard = new Recorder(true);
        var session = start("a", proxy.port(), heard);
        heard.said();
        session.publish(Publication.retained(base + "/out/lamp", Bytes.utf8("on")));
        var observer = observer(base + "/out/#");
        assertThat(observer.delivery().payload()).isEqualTo(Bytes.utf8("on"));
        proxy.refuse();
        assertThat(heard.said()).startsWith("lost: ");
        assertThat(heard.said())
                .isEqualTo("refused: cannot reach 127.0.0.1:" + proxy.port() + ": connection refused");
        session.publish(Publication.retained(base + "/out/lamp", Bytes.utf8("dim")));
        session.publish(Publication.retained(base + "/out/lamp", Bytes.utf8("off")));

        proxy.allow();

        assertThat(heard.said()).isEqualTo("connected, session present");
        assertThat(observer.delivery().payload()).isEqualTo(Bytes.utf8("off"));
        session.publish(Publication.passing(base + "/in/x", Bytes.utf8("heard")));
        assertThat(heard.delivery().payload()).isEqualTo(Bytes.utf8("heard"));
    }

    @Test
    void publish_duringAnOutage_isKeptInOrderAndSentAfterwards() throws Exception {
        var heard = new Recorder(true);
        proxy.refuse();
        var session = start("a", proxy.port(), heard);
        assertThat(heard.said()).contains("connection refused");
        for (var i = 0; i < 50; i++) {
            session.publish(Publication.passing(base + "/in/x", Bytes.utf8("" + i)));
        }

        proxy.allow();

        for (var i = 0; i < 50; i++) {
            assertThat(heard.delivery().payload()).isEqualTo(Bytes.utf8("" + i));
        }
    }

    @Test
    void connect_toABrokerThatHangsUpAtOnce_leavesNoThreadBehindAndSucceedsLater() throws Exception {
        var heard = new Recorder(true);
        proxy.set(TcpProxy.Fault.HANG_UP);
        start("a", proxy.port(), heard);
        assertThat(heard.said()).isEqualTo("refused: 127.0.0.1:" + proxy.port()
                + " closed the connection before it answered as an MQTT broker; does it want TLS?");
        proxy.awaitHungUp(5);

        proxy.set(TcpProxy.Fault.NONE);

        assertThat(heard.said()).isEqualTo("connected");
        awaitThreads(threads -> threads.stream().noneMatch(name -> name.startsWith("MQTT Con: " + base)));
        awaitThreads(threads -> threads.stream().filter(name -> name.startsWith("MQTT Rec: " + base)).count() == 1);
    }

    @Test
    void refused_againForTheSameReason_isSaidOnceAndCounted() throws Exception {
        var heard = new Recorder(true);
        proxy.set(TcpProxy.Fault.HANG_UP);
        start("a", proxy.port(), heard);
        assertThat(heard.said()).startsWith("refused: ");
        proxy.awaitHungUp(4);

        proxy.set(TcpProxy.Fault.NONE);

        assertThat(heard.said()).isEqualTo("connected");
        assertThat(heard.failuresBefore()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void connect_withAWrongLogin_saysWhoWasRefusedAndWhy() throws Exception {
        var heard = new Recorder(true);
        var login = new Login("stranger", new Secret("hush"));
        start(new MqttSettings(uri("mqtt", broker.port()), base, Optional.of(login), Tls.PUBLIC), heard);

        assertThat(heard.said())
                .isEqualTo("refused: the broker refused user 'stranger': bad user name or password (0x86)");
    }

    @Test
    void connect_toAHostThatIsNot_saysSo() throws Exception {
        var heard = new Recorder(true);
        start(new MqttSettings(URI.create("mqtt://no-such-host.invalid"), base, Optional.empty(), Tls.PUBLIC), heard);

        assertThat(heard.said()).isEqualTo("refused: no such host: no-such-host.invalid");
    }

    @Test
    void session_takenOverByAnotherClient_saysSo() throws Exception {
        var heard = new Recorder(true);
        start("a", broker.port(), heard);
        heard.said();

        start("a", broker.port(), new Recorder(true));

        assertThat(heard.said())
                .isEqualTo("lost: another client with the id '" + base + "-a' took the session over (0x8E)");
    }

    @Test
    void close_whileConnected_saysOfflineItselfAndEndsTheThreads() throws Exception {
        var observer = observer(base + "/state");
        var heard = new Recorder(true);
        var session = start("a", broker.port(), heard);
        assertThat(observer.delivery().payload()).isEqualTo(Bytes.utf8("online"));
        session.publish(Publication.passing(base + "/other", Bytes.utf8("last words")));

        session.close();

        assertThat(observer.delivery().payload()).isEqualTo(Bytes.utf8("offline"));
        awaitThreads(threads -> threads.stream().noneMatch(name -> name.contains(base + "-a")));
        assertThat(heard.said()).isEqualTo("connected");
        assertThat(heard.isQuiet()).isTrue();
    }

    @Test
    void close_whileTheBrokerDoesNotAnswer_returnsSoon() throws Exception {
        try (var silent = new ServerSocket(0)) {
            var session = start("a", silent.getLocalPort(), new Recorder(true));
            silent.accept();

            var before = System.nanoTime();
            session.close();

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void close_whileTheNetworkIsStalled_returnsInBoundedTime() throws Exception {
        var heard = new Recorder(true);
        var session = start("a", proxy.port(), heard);
        heard.said();
        proxy.set(TcpProxy.Fault.STALL);

        var before = System.nanoTime();
        session.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
        awaitThreads(threads -> threads.stream().noneMatch(name -> name.contains(base + "-a")));
    }

    @Test
    void close_beforeStart_isHarmless() {
        session(new MqttSettings(uri("mqtt", 1), base, Optional.empty(), Tls.PUBLIC)).close();
    }

    @Test
    void burst_inBothDirections_losesNothingAndKeepsTheOrder() throws Exception {
        var heard = new Recorder(true);
        var session = start("a", broker.port(), heard);
        heard.said();

        for (var i = 0; i < BURST; i++) {
            session.publish(Publication.passing(base + "/in/x", Bytes.utf8("" + i)));
        }

        for (var i = 0; i < BURST; i++) {
            assertThat(heard.delivery().payload()).isEqualTo(Bytes.utf8("" + i));
        }
        assertThat(heard.isQuiet()).isTrue();
    }

    @Test
    void burst_overAConnectionThatIsCutAgainAndAgain_losesNothing() throws Exception {
        var heard = new Recorder(true);
        var session = start("a", proxy.port(), heard);
        heard.said();
        var missing = new HashSet<>(IntStream.range(0, 2_000).mapToObj(i -> "" + i).toList());

        for (var i = 0; i < 2_000; i++) {
            session.publish(Publication.passing(base + "/in/x", Bytes.utf8("" + i)));
        }
        for (var received = 0; !missing.isEmpty(); received++) {
            missing.remove(heard.delivery().payload().toString());
            if (received % 700 == 699) {
                proxy.cut();
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void webSocket_toTheSameBroker_carriesTheSame() throws Exception {
        var heard = new Recorder(true);
        var session = start(new MqttSettings(URI.create("ws://127.0.0.1:" + broker.webSocketPort() + "/mqtt"),
                base + "-a", Optional.empty(), Tls.PUBLIC), heard);
        assertThat(heard.said()).isEqualTo("connected");

        for (var i = 0; i < 500; i++) {
            session.publish(Publication.passing(base + "/in/x", Bytes.utf8("" + i)));
        }

        for (var i = 0; i < 500; i++) {
            assertThat(heard.delivery().payload()).isEqualTo(Bytes.utf8("" + i));
        }
        session.close();
        awaitThreads(threads -> threads.stream().noneMatch(name -> name.contains(base + "-a")));
    }

    @Test
    void webSocket_toAServerThatHasNone_saysWhatCameInstead() throws Exception {
        try (var server = new MockWebServer()) {
            server.enqueue(new MockResponse.Builder().code(404).build());
            server.start();
            var heard = new Recorder(true);
            start(new MqttSettings(uri("ws", server.getPort()), base, Optional.empty(), Tls.PUBLIC), heard);

            assertThat(heard.said()).isEqualTo("refused: cannot connect to 127.0.0.1:" + server.getPort()
                    + ": the server answered HTTP 404 instead of opening a WebSocket");
        }
    }

    private MqttSession start(String client, int port, Recorder recorder) {
        return start(new MqttSettings(uri("mqtt", port), base + "-" + client, Optional.empty(), Tls.PUBLIC), recorder);
    }

    private MqttSession start(MqttSettings settings, Recorder recorder) {
        var session = session(settings);
        session.start(recorder, recorder);
        return session;
    }

    private MqttSession session(MqttSettings settings) {
        var plan = SessionPlan.of(Publication.retained(base + "/state", Bytes.utf8("offline")),
                Publication.retained(base + "/state", Bytes.utf8("online")), List.of(base + "/in/#"));
        var backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(400), new Random(1));
        var session = new MqttSession(settings, plan, backoff, System::nanoTime);
        opened.add(session);
        return session;
    }

    /** Has the broker keep messages for client {@code a}, which then come all at once: HiveMQ sends nothing new while one is unacknowledged. */
    private void sentWhileAway(String... payloads) throws InterruptedException {
        var leaving = new Recorder(true);
        var session = start("a", broker.port(), leaving);
        assertThat(leaving.said()).isEqualTo("connected");
        session.close();
        var other = new Recorder(true);
        var sender = start("sender", broker.port(), other);
        for (var payload : payloads) {
            sender.publish(Publication.passing(base + "/in/x", Bytes.utf8(payload)));
        }
        for (var payload : payloads) {
            assertThat(other.delivery().payload()).isEqualTo(Bytes.utf8(payload));
        }
        sender.close();
    }

    /** Another client, connected straight to the broker. */
    private Recorder observer(String filter) throws InterruptedException {
        var observer = new Recorder(true);
        var plan = SessionPlan.of(Publication.passing("observer/" + base, Bytes.NONE),
                Publication.passing("observer/" + base, Bytes.NONE), List.of(filter));
        var session = new MqttSession(
                new MqttSettings(uri("mqtt", broker.port()), "observer-of-" + base, Optional.empty(), Tls.PUBLIC), plan,
                Backoff.standard(new Random(1)), System::nanoTime);
        opened.add(session);
        session.start(observer, observer);
        assertThat(observer.said()).isEqualTo("connected");
        return observer;
    }

    private static URI uri(String scheme, int port) {
        return URI.create(scheme + "://127.0.0.1:" + port);
    }

    private static void awaitThreads(Predicate<List<String>> wanted) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        List<String> names;
        do {
            names = Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
            Thread.onSpinWait();
        } while (!wanted.test(names) && System.nanoTime() < deadline);
        assertThat(wanted.test(names)).as("threads: %s", names).isTrue();
    }
}
