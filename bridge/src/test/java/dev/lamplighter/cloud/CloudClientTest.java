package dev.lamplighter.cloud;

import static dev.lamplighter.cloud.HttpsServer.NOW;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Outcome.Done;
import dev.lamplighter.control.Outcome.Refused;
import dev.lamplighter.control.Outcome.Throttled;
import dev.lamplighter.control.Outcome.Unreachable;
import dev.lamplighter.control.Reply;
import dev.lamplighter.control.Reply.Allowance;
import dev.lamplighter.control.Via;
import dev.lamplighter.control.Way.Haste;
import dev.lamplighter.control.Way.Part;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.control.Way.Sighting;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class CloudClientTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);
    private static final LightId DESK = Parts.DESK;
    private static final LightId SHELF = Parts.SHELF;
    private static final List<Part> PARTS = List.of(Parts.part(DESK, Change.to(Power.ON)),
            Parts.part(SHELF, Change.to(new Level(0.5))));

    private final HttpsServer https;
    private final CloudClient client;

    CloudClientTest(@TempDir Path folder) throws IOException {
        https = HttpsServer.started();
        client = https.client(https.ca(folder));
    }

    @AfterEach
    void stop() {
        client.close();
        https.close();
    }

    @Test
    void via_always_isTheCloud() {
        assertThat(client.via()).isEqualTo(Via.CLOUD);
    }

    @Test
    void look_account_asksOnceWithTheTokenAndGivesTheLights() throws InterruptedException {
        https.answers(Recorded.text("lights.json"));
        assertThat(done(client.look(AMPLE))).map(sighting -> sighting.light().label()).containsExactly("Desk Lamp",
                "Shelf Strip", "Porch");
        var asked = https.asked();
        assertThat(asked.getRequestLine()).startsWith("GET /v1/lights/all ");
        assertThat(asked.getHeaders().get("Authorization")).isEqualTo("Bearer " + HttpsServer.TOKEN.reveal());
        assertThat(asked.getHeaders().get("User-Agent")).isEqualTo("Lamplighter/1.2.3");
    }

    @Test
    void look_tokenThatIsPartOfTheAnswer_changesNothing(@TempDir Path folder) throws IOException {
        https.answers(Recorded.text("lights.json"));
        var settings = new CloudSettings(new Secret("id"), https.url(), Optional.of(https.ca(folder)));
        try (var simulated = HttpsServer.client(settings, HttpsServer.LOOPBACK)) {
            assertThat(done(simulated.look(AMPLE))).hasSize(3);
        }
    }

    @Test
    void apply_parts_sendsOnePutWithJson() throws InterruptedException {
        https.answers(new MockResponse.Builder().code(207).body(Recorded.text("set-states.json")));
        assertThat(done(client.apply(PARTS, Haste.CERTAIN, AMPLE)))
                .isEqualTo(Map.of(DESK, Reach.OK, SHELF, Reach.OFFLINE));
        var asked = https.asked();
        assertThat(asked.getRequestLine()).startsWith("PUT /v1/lights/states ");
        assertThat(asked.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(requireNonNull(asked.getBody()).utf8())
                .isEqualTo(CloudRequests.apply(PARTS, Haste.CERTAIN).json().orElseThrow());
    }

    @Test
    void apply_rateLimitHeaders_areCarriedInOurTime() {
        https.answers(new MockResponse.Builder().code(207).body(Recorded.text("set-states.json"))
                .addHeader("X-RateLimit-Limit", 120).addHeader("X-RateLimit-Remaining", 100)
                .addHeader("Date", "Fri, 01 Aug 2025 15:00:00 GMT")
                .addHeader("X-RateLimit-Reset", NOW.plus(Duration.ofHours(3)).plusSeconds(33).getEpochSecond()));
        assertThat(client.apply(PARTS, Haste.CERTAIN, AMPLE).allowance())
                .contains(new Allowance(120, 100, NOW.plusSeconds(33)));
    }

    @Test
    void apply_tooManyRequests_isThrottledUntilTheReset() {
        https.answers(new MockResponse.Builder().code(429).addHeader("Date", "Fri, 01 Aug 2025 12:00:00 GMT")
                .addHeader("X-RateLimit-Reset", NOW.plusSeconds(21).getEpochSecond()));
        assertThat(client.apply(PARTS, Haste.CERTAIN, AMPLE).outcome()).isEqualTo(new Throttled<>(NOW.plusSeconds(21)));
    }

    @Test
    void calls_oneAfterTheOther_shareOneHttp2Connection() throws InterruptedException {
        for (var n = 0; n < 5; n++) {
            https.answers("[]");
            assertThat(done(client.look(AMPLE))).isEmpty();
            var asked = https.asked();
            assertThat(asked.getVersion()).isEqualTo("HTTP/2");
            assertThat(List.of(asked.getConnectionIndex(), asked.getExchangeIndex())).containsExactly(0, n);
        }
    }

    @Test
    void calls_atOnceFromVirtualThreads_shareTheConnection() throws Exception {
        https.answers("[]");
        client.look(AMPLE);
        https.asked();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0; n < 40; n++) {
                https.answers("[]");
            }
            var calls = IntStream.range(0, 40).mapToObj(_ -> threads.submit(() -> client.look(AMPLE)))
                    .toList();
            for (var call : calls) {
                assertThat(done(call.get(20, TimeUnit.SECONDS))).isEmpty();
                assertThat(https.asked().getConnectionIndex()).isZero();
            }
        }
    }

    @Test
    void look_connectionDiedSinceTheLastCall_opensAnother() throws InterruptedException {
        https.answers(new MockResponse.Builder().body("[]").onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE));
        client.look(AMPLE);
        https.answers("[]");
        assertThat(done(client.look(AMPLE))).isEmpty();
        https.asked();
        assertThat(https.asked().getConnectionIndex()).isEqualTo(1);
    }

    @Test
    void look_serverOfHttp1_isServedTooOverOneConnection(@TempDir Path folder) throws Exception {
        try (var old = HttpsServer.started(Protocol.HTTP_1_1); var plain = old.client(old.ca(folder))) {
            for (var n = 0; n < 3; n++) {
                old.answers("[]");
                assertThat(done(plain.look(AMPLE))).isEmpty();
                var asked = old.asked();
                assertThat(asked.getVersion()).isEqualTo("HTTP/1.1");
                assertThat(asked.getConnectionIndex()).isZero();
            }
        }
    }

    @Test
    void look_redirect_isNotFollowed(@TempDir Path folder) throws Exception {
        try (var elsewhere = HttpsServer.started()) {
            https.answers(
                    new MockResponse.Builder().code(302).addHeader("Location", elsewhere.url() + "/v1/lights/all"));
            assertThat(words(client.look(AMPLE))).contains("elsewhere (302)");
            assertThat(elsewhere.server.getRequestCount()).isZero();
        }
    }

    @Test
    void look_slowServer_endsInTime() {
        https.answers(new MockResponse.Builder().body("[]").headersDelay(1, TimeUnit.MINUTES));
        var began = System.nanoTime();
        assertThat(words(client.look(Duration.ofMillis(300)))).endsWith(" did not answer in time");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofMillis(290),
                Duration.ofSeconds(5));
    }

    @Test
    void look_bodyThatTrickles_endsInTime() {
        https.answers(new MockResponse.Builder().body(Recorded.text("lights.json")).throttleBody(1, 1,
                TimeUnit.SECONDS));
        assertThat(words(client.look(Duration.ofMillis(300)))).endsWith(" did not answer in time");
    }

    @Test
    void look_noTimeLeft_sendsNothing() {
        assertThat(words(client.look(Duration.ZERO))).startsWith("no time is left");
        assertThat(words(client.look(Duration.ofSeconds(-1)))).startsWith("no time is left");
        assertThat(https.server.getRequestCount()).isZero();
    }

    @Test
    void look_somethingElseThanAListOfLights_isUnreachable() {
        https.answers("{\"results\":[]}");
        assertThat(words(client.look(AMPLE))).contains("not a list of lights");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"error\":\"no lights\"}"})
    void look_nothingMatched_isAnAccountWithoutLights(String body) {
        https.answers(new MockResponse.Builder().code(404).body(body));
        assertThat(done(client.look(AMPLE))).isEmpty();
    }

    @Test
    void look_someoneElsesNotFound_isRefused() {
        https.answers(new MockResponse.Builder().code(404).body("<html>nginx</html>"));
        assertThat(client.look(AMPLE).outcome()).isInstanceOf(Refused.class);
    }

    @Test
    void look_garbage_isUnreachable() {
        https.answers("<html>hello</html>");
        assertThat(words(client.look(AMPLE))).contains("not JSON");
    }

    @Test
    void look_endlessBody_isGivenUpAtEightMebibytes() {
        https.answers(" ".repeat((8 << 20) + 1));
        assertThat(words(client.look(AMPLE))).contains("more than 8 MiB");
    }

    @Test
    void look_threadInterrupted_endsAndStaysInterrupted() {
        assertCalledOff(client);
    }

    @Test
    void look_threadInterruptedWithNoNameToLookUp_endsAndStaysInterrupted() {
        var address = URI.create("https://127.0.0.1:" + https.server.getPort());
        try (var direct = HttpsServer.client(new CloudSettings(HttpsServer.TOKEN, address, Optional.empty()),
                HttpsServer.LOOPBACK)) {
            assertCalledOff(direct);
        }
    }

    private static void assertCalledOff(CloudClient client) {
        Thread.currentThread().interrupt();
        var reply = client.look(AMPLE);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(words(reply)).endsWith(" was called off");
    }

    @Test
    void close_callUnderWay_endsIt() throws Exception {
        https.answers(new MockResponse.Builder().body("[]").headersDelay(1, TimeUnit.MINUTES));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var call = threads.submit(() -> client.look(AMPLE));
            https.asked();
            client.close();
            assertThat(call.get(5, TimeUnit.SECONDS).outcome()).isInstanceOf(Unreachable.class);
        }
    }

    @Test
    void look_lightsWithoutSerial_areLoggedOnce() {
        try (var log = new CapturedLog()) {
            for (var n = 0; n < 3; n++) {
                https.answers(Recorded.text("lights-odd.json"));
                assertThat(done(client.look(AMPLE))).hasSize(2);
            }
            assertThat(log.lines()).filteredOn(line -> line.contains("without a serial")).hasSize(1).first().asString()
                    .contains(" 5 ");
        }
    }

    private static <T> T done(Reply<T> reply) {
        assertThat(reply.outcome()).isInstanceOf(Done.class);
        return ((Done<T>) reply.outcome()).value();
    }

    private static String words(Reply<List<Sighting>> reply) {
        return OutcomeWords.of(reply.outcome());
    }
}
