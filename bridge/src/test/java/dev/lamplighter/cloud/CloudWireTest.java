package dev.lamplighter.cloud;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Outcome;
import dev.lamplighter.control.Outcome.Done;
import dev.lamplighter.control.Outcome.Unreachable;
import dev.lamplighter.control.Way.Haste;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Power;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How often a request arrives, and on which connection. */
@Timeout(30)
final class CloudWireTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final MockResponse.Builder DONE = new MockResponse.Builder().code(207).body("{\"results\":[]}");

    @TempDir
    private Path folder;

    static Stream<Arguments> temptations() {
        var cut = new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket());
        var slow = new MockResponse.Builder().code(408);
        var hurried = new MockResponse.Builder().code(503).addHeader("Retry-After", "0");
        return Stream.of(Protocol.HTTP_2, Protocol.HTTP_1_1).flatMap(protocol -> Stream.of(
                Arguments.of(protocol, "cut", cut), Arguments.of(protocol, "408", slow),
                Arguments.of(protocol, "503", hurried)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("temptations")
    void perform_serverThatInvitesAnotherTry_arrivesExactlyOnce(Protocol protocol, String name,
            MockResponse.Builder answer) throws Exception {
        try (var https = HttpsServer.started(protocols(protocol)); var client = warm(https)) {
            https.answers(answer);
            https.answers(DONE);
            var outcome = client.perform(Parts.meant(Parts.DESK), new Effect.Off(false), AMPLE).outcome();
            assertThat(outcome).as(name).isInstanceOf(Unreachable.class);
            assertThat(https.asked().getRequestLine()).startsWith("POST /v1/lights/id:d073d5001337/effects/off ");
            assertThat(https.server.getRequestCount()).isEqualTo(2);
            assertThat(arrived(outcome)).isTrue();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("temptations")
    void apply_serverThatInvitesAnotherTry_isTriedAgain(Protocol protocol, String name, MockResponse.Builder answer)
            throws Exception {
        try (var https = HttpsServer.started(protocols(protocol)); var client = warm(https)) {
            https.answers(answer);
            https.answers(DONE);
            var parts = List.of(Parts.part(Parts.DESK, Change.to(Power.ON)));
            assertThat(client.apply(parts, Haste.CERTAIN, AMPLE).outcome()).as(name).isInstanceOf(Done.class);
            assertThat(https.server.getRequestCount()).isEqualTo(3);
        }
    }

    @Test
    void perform_body_isSentWhole() throws Exception {
        try (var https = HttpsServer.started(); var client = warm(https)) {
            https.answers(DONE);
            assertThat(client.perform(Parts.meant(Parts.DESK), new Effect.Off(true), AMPLE).outcome())
                    .isInstanceOf(Done.class);
            var asked = https.asked();
            assertThat(requireNonNull(asked.getBody()).utf8()).isEqualTo("{\"power_off\":true}");
            assertThat(asked.getHeaders().get("Content-Type")).isEqualTo("application/json");
            assertThat(asked.getHeaders().get("Content-Length")).isEqualTo("18");
        }
    }

    @Test
    void look_connectionLostWithoutASign_nextCallTakesAnother() throws Exception {
        try (var https = HttpsServer.started();
                var relay = new Relay(https.server.getPort());
                var client = client(https, relay)) {
            https.answers("[]");
            assertThat(client.look(AMPLE).outcome()).isInstanceOf(Done.class);
            relay.lose();
            var silent = client.look(SHORT).outcome();
            assertThat(OutcomeWords.of(silent)).endsWith(" did not answer in time");
            assertThat(arrived(silent)).isTrue();
            https.answers("[]");
            assertThat(client.look(Duration.ofSeconds(5)).outcome()).isInstanceOf(Done.class);
            assertThat(relay.connections()).isEqualTo(2);
            assertThat(relay.hungUp(AMPLE)).isTrue();
        }
    }

    @Test
    void look_silentFromTheFirstConnectionOn_nextCallTakesAnother() throws Exception {
        try (var https = HttpsServer.started(); var client = https.client(https.ca(folder))) {
            https.answers(new MockResponse.Builder().body("[]").headersDelay(1, TimeUnit.MINUTES));
            assertThat(client.look(SHORT).outcome()).isInstanceOf(Unreachable.class);
            https.answers("[]");
            assertThat(client.look(AMPLE).outcome()).isInstanceOf(Done.class);
            assertThat(https.asked().getConnectionIndex()).isZero();
            assertThat(https.asked().getConnectionIndex()).isEqualTo(1);
        }
    }

    @Test
    void look_anotherCallUnanswered_endsOnItsOwnConnectionWhichIsThenClosed() throws Exception {
        try (var https = HttpsServer.started();
                var relay = new Relay(https.server.getPort());
                var client = client(https, relay);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            https.answers("[]");
            client.look(AMPLE);
            https.asked();
            https.answers(new MockResponse.Builder().body("[]").headersDelay(3, TimeUnit.SECONDS));
            var patient = threads.submit(() -> client.look(AMPLE));
            https.asked();
            https.answers(new MockResponse.Builder().body("[]").headersDelay(1, TimeUnit.MINUTES));
            assertThat(client.look(SHORT).outcome()).isInstanceOf(Unreachable.class);
            https.answers("[]");
            assertThat(client.look(AMPLE).outcome()).isInstanceOf(Done.class);
            assertThat(patient.get(10, TimeUnit.SECONDS).outcome()).isInstanceOf(Done.class);
            assertThat(relay.hungUp(AMPLE)).isTrue();
            assertThat(relay.connections()).isEqualTo(2);
        }
    }

    @Test
    void close_afterAConnectionWasLeft_endsTheCallsOnBoth() throws Exception {
        try (var https = HttpsServer.started(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var client = warm(https);
            var never = new MockResponse.Builder().body("[]").headersDelay(1, TimeUnit.MINUTES);
            https.answers(never);
            var old = threads.submit(() -> client.look(AMPLE));
            https.asked();
            https.answers(never);
            client.look(SHORT);
            https.asked();
            https.answers(never);
            var fresh = threads.submit(() -> client.look(AMPLE));
            https.asked();
            client.close();
            assertThat(old.get(5, TimeUnit.SECONDS).outcome()).isInstanceOf(Unreachable.class);
            assertThat(fresh.get(5, TimeUnit.SECONDS).outcome()).isInstanceOf(Unreachable.class);
        }
    }

    /** A client whose connection has carried a request already, as only then does OkHttp suspect it to be stale. */
    private CloudClient warm(HttpsServer https) throws IOException, InterruptedException {
        var client = https.client(https.ca(folder));
        https.answers("[]");
        assertThat(client.look(AMPLE).outcome()).isInstanceOf(Done.class);
        https.asked();
        return client;
    }

    private CloudClient client(HttpsServer https, Relay relay) throws IOException {
        return HttpsServer.client(new CloudSettings(HttpsServer.TOKEN, relay.url(), Optional.of(https.ca(folder))),
                HttpsServer.LOOPBACK);
    }

    private static Protocol[] protocols(Protocol protocol) {
        return protocol == Protocol.HTTP_2
                ? new Protocol[]{protocol, Protocol.HTTP_1_1}
                : new Protocol[]{protocol};
    }

    private static boolean arrived(Outcome<?> outcome) {
        return ((Unreachable<?>) outcome).arrived();
    }
}
