package dev.lamplighter.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultsTest {
    private static final LightId DESK = new LightId("d073d5001337");
    private static final String OFF = "{\"power\":\"off\"}";

    private Home home;

    @BeforeEach
    void open() throws Exception {
        home = Home.open();
    }

    @AfterEach
    void close() {
        home.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void serverError_isSentOnce_withOrWithoutTheDeed(boolean applied) throws Exception {
        home.cloud.faults().add(new Fault.ServerError(503, applied), Fault.Scope.next(1));
        assertThat(turnOff().status()).isEqualTo(503);
        assertThat(isOff()).isEqualTo(applied);
        assertThat(turnOff().status()).isEqualTo(207);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cutBefore_leavesNoReply_withOrWithoutTheDeed(boolean applied) throws Exception {
        home.cloud.faults().add(new Fault.CutBefore(applied), Fault.Scope.next(1));
        assertThatThrownBy(this::turnOff).isInstanceOf(IOException.class);
        assertThat(isOff()).isEqualTo(applied);
        assertThat(home.cloud.log().all().getFirst().status()).isZero();
        assertThat(turnOff().status()).isEqualTo(207);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cutInBody_breaksOffAfterTheStatus_withOrWithoutTheDeed(boolean applied) throws Exception {
        home.cloud.faults().add(new Fault.CutInBody(applied), Fault.Scope.next(1));
        var body = RequestBody.create(OFF.getBytes(StandardCharsets.UTF_8));
        try (var response = home.client.newCall(home.request("/v1/lights/all/state").put(body).build()).execute()) {
            assertThat(response.code()).isEqualTo(207);
            assertThatThrownBy(() -> response.body().string()).isInstanceOf(IOException.class);
        }
        assertThat(isOff()).isEqualTo(applied);
    }

    @Test
    void cuts_overHttp11_breakTooAndPass() throws Exception {
        var older = home.client.newBuilder().protocols(List.of(Protocol.HTTP_1_1)).build();
        home.cloud.faults().add(new Fault.CutBefore(true), Fault.Scope.next(1));
        assertThatThrownBy(() -> read(older)).isInstanceOf(IOException.class);
        home.cloud.faults().add(new Fault.CutInBody(true), Fault.Scope.next(1));
        assertThatThrownBy(() -> read(older)).isInstanceOf(IOException.class);
        assertThat(read(older)).startsWith("[{");
        older.connectionPool().evictAll();
    }

    @Test
    void garbageAndHtml_areNoJson() throws Exception {
        home.cloud.faults().add(new Fault.Garbage(false), Fault.Scope.next(1));
        assertThat(turnOff().status()).isEqualTo(200);
        assertThat(isOff()).isFalse();
        home.cloud.faults().add(new Fault.HtmlError(523, true), Fault.Scope.next(1));
        var got = turnOff();
        assertThat(got.status()).isEqualTo(523);
        assertThat(got.text()).startsWith("<html>");
        assertThat(got.response().header("Content-Type")).startsWith("text/html");
        assertThat(isOff()).isTrue();
    }

    @Test
    void tooManyRequests_comesWithHeadersOrWithout() throws Exception {
        home.cloud.faults().add(new Fault.TooManyRequests(true), Fault.Scope.next(1));
        var got = turnOff();
        assertThat(got.status()).isEqualTo(429);
        assertThat(got.response().header("X-RateLimit-Remaining")).isEqualTo("0");
        home.cloud.faults().add(new Fault.TooManyRequests(false), Fault.Scope.next(1));
        got = turnOff();
        assertThat(got.status()).isEqualTo(429);
        assertThat(got.response().header("X-RateLimit-Limit")).isNull();
        assertThat(isOff()).isFalse();
        assertThat(home.cloud.log().counts().tooMany()).isEqualTo(2);
    }

    @Test
    void slow_doesTheDeedAtOnceAndRepliesLater() throws Exception {
        home.cloud.faults().add(new Fault.Slow(Duration.ofSeconds(30)));
        var call = home.client.newBuilder().readTimeout(300, TimeUnit.MILLISECONDS).build()
                .newCall(home.request("/v1/lights/all/state")
                        .put(RequestBody.create(OFF, MediaType.get("application/json"))).build());
        assertThatThrownBy(call::execute).isInstanceOf(IOException.class);
        assertThat(isOff()).isTrue();
        home.cloud.faults().clear();
        assertThat(turnOff().status()).isEqualTo(207);
    }

    @Test
    void delay_isHeldBack() throws Exception {
        try (var slow = Home.open(SimulatorSettings.standard(Home.TOKEN).withDelay(Duration.ofMillis(150)))) {
            var start = System.nanoTime();
            slow.get("/v1/lights/all");
            assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(150).toNanos());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void timedOut_light_saysSoAndMayHaveObeyed(boolean applied) throws Exception {
        home.cloud.faults().add(new Fault.TimedOut(DESK, applied), Fault.Scope.next(1).writes());
        assertThat(home.get("/v1/lights/all").json().get(0).get("connected").booleanValue()).isTrue();
        var results = home.put("/v1/lights/group:Office/state", OFF).json().get("results");
        assertThat(results.get(0).get("status").stringValue()).isEqualTo("timed_out");
        assertThat(results.get(1).get("status").stringValue()).isEqualTo("ok");
        assertThat(isOff()).isEqualTo(applied);
        assertThat(home.put("/v1/lights/group:Office/state", OFF).text()).doesNotContain("timed_out");
    }

    @Test
    void offline_light_isUnchangedAndListedSo_untilCleared() throws Exception {
        var fault = new Fault.Offline(DESK);
        home.cloud.faults().add(fault);
        assertThat(turnOff().text()).contains("\"label\":\"Desk Lamp\",\"status\":\"offline\"");
        assertThat(isOff()).isFalse();
        assertThat(home.get("/v1/lights/all").json().get(0).get("connected").booleanValue()).isFalse();
        home.cloud.faults().clear(fault);
        assertThat(home.get("/v1/lights/all").json().get(0).get("connected").booleanValue()).isTrue();
        assertThat(turnOff().text()).doesNotContain("offline");
    }

    @Test
    void lightFault_nextOne_waitsForThatLight() throws Exception {
        home.cloud.faults().add(new Fault.Offline(DESK), Fault.Scope.next(1));
        assertThat(home.put("/v1/lights/label:Porch/state", OFF).text()).doesNotContain("offline");
        var twice = "{\"states\":[{\"selector\":\"id:%1$s\"},{\"selector\":\"id:%1$s\"}]}".formatted(DESK);
        assertThat(home.put("/v1/lights/states", twice).text().split("offline", -1)).hasSize(3);
        assertThat(turnOff().text()).doesNotContain("offline");
    }

    @Test
    void scope_readsOrWrites_meetsOnlyThose() throws Exception {
        home.cloud.faults().add(new Fault.ServerError(500, false), Fault.Scope.next(1).reads());
        assertThat(turnOff().status()).isEqualTo(207);
        assertThat(home.get("/v1/lights/all").status()).isEqualTo(500);
        home.cloud.faults().add(new Fault.ServerError(502, false), Fault.Scope.ALWAYS.writes());
        assertThat(home.get("/v1/lights/all").status()).isEqualTo(200);
        assertThat(turnOff().status()).isEqualTo(502);
        assertThat(turnOff().status()).isEqualTo(502);
    }

    private Home.Got turnOff() throws IOException {
        return home.put("/v1/lights/all/state", OFF);
    }

    private boolean isOff() {
        return home.light("Desk Lamp").look().power() == Power.OFF;
    }

    private String read(OkHttpClient client) throws IOException {
        try (var response = client.newCall(home.request("/v1/lights/all").build()).execute()) {
            return response.body().string();
        }
    }
}
