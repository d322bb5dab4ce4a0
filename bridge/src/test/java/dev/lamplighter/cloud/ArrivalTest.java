package dev.lamplighter.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Outcome;
import dev.lamplighter.control.Outcome.Done;
import dev.lamplighter.control.Outcome.Unreachable;
import dev.lamplighter.control.Way.Haste;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Power;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Dns;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a call without an answer may have had an effect. */
@Timeout(30)
final class ArrivalTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(400);

    @TempDir
    private Path folder;

    @Test
    void perform_noSuchHost_neverArrived() {
        Dns empty = host -> {
            throw new UnknownHostException(host);
        };
        assertNeverArrived("https://lifx.example", empty, AMPLE, "there is no host named lifx.example");
    }

    @Test
    void perform_nobodyListens_neverArrived() throws IOException {
        assertNeverArrived("https://localhost:" + HttpsServer.unusedPort(), HttpsServer.LOOPBACK, AMPLE,
                "refuses the connection");
    }

    @Test
    void perform_connectionNotTaken_neverArrived() throws IOException {
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var waiting = new ArrayList<SocketChannel>();
            try {
                for (var n = 0; n < 8; n++) {
                    waiting.add(knocking(full));
                }
                assertNeverArrived("https://localhost:" + full.getLocalPort(), HttpsServer.LOOPBACK, SHORT,
                        "did not");
            } finally {
                for (var channel : waiting) {
                    channel.close();
                }
            }
        }
    }

    @Test
    void perform_handshakeNeverAnswered_neverArrived() throws IOException {
        try (var mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertNeverArrived("https://localhost:" + mute.getLocalPort(), HttpsServer.LOOPBACK, SHORT,
                    "did not answer in time");
        }
    }

    @Test
    void perform_handshakeCut_neverArrived() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> hangUpOnEverybody(server));
            assertNeverArrived("https://localhost:" + server.getLocalPort(), HttpsServer.LOOPBACK, AMPLE,
                    "in the middle of the TLS handshake");
        }
    }

    @Test
    void perform_certificateNotTrusted_neverArrived() throws IOException {
        try (var https = HttpsServer.started(); var client = https.client(HttpsServer.strangerCa(folder))) {
            assertNeverArrived(perform(client, AMPLE), "is not signed by an authority");
            assertThat(https.server.getRequestCount()).isZero();
        }
    }

    @Test
    void perform_noTimeLeft_neverArrived() throws IOException {
        try (var https = HttpsServer.started(); var client = https.client(https.ca(folder))) {
            assertNeverArrived(perform(client, Duration.ZERO), "no time is left");
        }
    }

    @Test
    void perform_calledOffBeforeItBegan_neverArrived() throws IOException {
        try (var https = HttpsServer.started(); var client = https.client(https.ca(folder))) {
            Thread.currentThread().interrupt();
            var outcome = perform(client, AMPLE);
            assertThat(Thread.interrupted()).isTrue();
            assertNeverArrived(outcome, "was called off");
        }
    }

    static Stream<MockResponse.Builder> faults() {
        var body = new MockResponse.Builder().code(207).body(Recorded.text("set-state.json"));
        return Stream.of(new MockResponse.Builder().headersDelay(1, TimeUnit.MINUTES),
                body.clone().bodyDelay(2, TimeUnit.SECONDS),
                body.clone().onResponseStart(new SocketEffect.CloseSocket()),
                body.clone().onResponseStart(new SocketEffect.CloseStream(2)),
                body.clone().onResponseBody(new SocketEffect.CloseSocket()), new MockResponse.Builder().code(500),
                new MockResponse.Builder().code(502).body("<html>"), new MockResponse.Builder().code(503),
                new MockResponse.Builder().code(523), new MockResponse.Builder().code(207).body("<html>"),
                new MockResponse.Builder().code(207).body("{}"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("faults")
    void perform_faultAfterTheRequest_mayHaveArrived(MockResponse.Builder fault) throws IOException {
        for (var protocol : List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)) {
            var protocols = protocol == Protocol.HTTP_2
                    ? new Protocol[]{protocol, Protocol.HTTP_1_1}
                    : new Protocol[]{protocol};
            try (var https = HttpsServer.started(protocols); var client = https.client(https.ca(folder))) {
                https.answers(fault);
                assertThat(perform(client, Duration.ofSeconds(1))).isInstanceOfSatisfying(Unreachable.class,
                        unreachable -> assertThat(unreachable.arrived()).as(unreachable.cause()).isTrue());
                assertThat(https.server.getRequestCount()).isOne();
            }
        }
    }

    @Test
    void apply_lastTryRefusedAfterOneThatLeft_mayHaveArrived() throws Exception {
        try (var https = HttpsServer.started();
                var relay = new Relay(https.server.getPort());
                var client = HttpsServer.client(
                        new CloudSettings(HttpsServer.TOKEN, relay.url(), Optional.of(https.ca(folder))),
                        HttpsServer.LOOPBACK)) {
            https.answers("[]");
            assertThat(client.look(AMPLE).outcome()).isInstanceOf(Done.class);
            https.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
            relay.shut();
            var outcome = client.apply(List.of(Parts.part(Parts.DESK, Change.to(Power.ON))), Haste.CERTAIN, AMPLE)
                    .outcome();
            assertThat(outcome).isEqualTo(
                    new Unreachable<>("localhost:" + relay.url().getPort() + " refuses the connection", true));
        }
    }

    private static void assertNeverArrived(String url, Dns names, Duration within, String words) {
        var settings = new CloudSettings(HttpsServer.TOKEN, URI.create(url), Optional.empty());
        try (var client = HttpsServer.client(settings, names)) {
            assertNeverArrived(perform(client, within), words);
        }
    }

    private static void assertNeverArrived(Outcome<?> outcome, String words) {
        assertThat(outcome).isInstanceOfSatisfying(Unreachable.class, unreachable -> {
            assertThat(unreachable.cause()).contains(words);
            assertThat(unreachable.arrived()).isFalse();
        });
    }

    private static Outcome<?> perform(CloudClient client, Duration within) {
        return client.perform(Parts.meant(Parts.DESK), new Effect.Off(false), within).outcome();
    }

    /** The system takes no more connections for a server that fetches none than its backlog holds. */
    private static SocketChannel knocking(ServerSocket server) throws IOException {
        var channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()));
        return channel;
    }

    private static void hangUpOnEverybody(ServerSocket server) {
        while (!server.isClosed()) {
            try (var connection = server.accept()) {
                connection.getInputStream().read(new byte[4096]);
            } catch (IOException _) {
                return;
            }
        }
    }
}
