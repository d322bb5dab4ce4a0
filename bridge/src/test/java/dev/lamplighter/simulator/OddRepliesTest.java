package dev.lamplighter.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamplighter.light.Power;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OddRepliesTest {
    private static final long START = Instant.parse("2026-11-22T10:00:00Z").getEpochSecond();

    @ParameterizedTest
    @CsvSource({"TRUE,120,119,60", "RESET_PASSED,120,119,-60", "RESET_FAR,120,119,3600", "MORE_THAN_LIMIT,120,1200,60",
            "NEGATIVE,120,-1,60", "ZERO_LIMIT,0,0,60"})
    void limits_odd_standOnAGoodReply(LimitHeaders headers, String limit, String remaining, long reset)
            throws Exception {
        try (var home = Home.open()) {
            home.cloud.faults().add(new Fault.OddLimits(headers, false), Fault.Scope.next(1));
            var got = home.put("/v1/lights/all/state", "{\"power\":\"off\"}");
            assertThat(got.status()).isEqualTo(207);
            assertThat(got.response().header("X-RateLimit-Limit")).isEqualTo(limit);
            assertThat(got.response().header("X-RateLimit-Remaining")).isEqualTo(remaining);
            assertThat(got.response().header("X-RateLimit-Reset")).isEqualTo("" + (START + reset));
            assertThat(home.light("Desk Lamp").look().power()).isEqualTo(Power.OFF);
            assertThat(home.get("/v1/lights/all").response().header("X-RateLimit-Remaining")).isEqualTo("118");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void limits_missingOrText_standOnBoth(boolean refused) throws Exception {
        try (var home = Home.open()) {
            home.cloud.faults().add(new Fault.OddLimits(LimitHeaders.NONE, refused), Fault.Scope.next(1));
            var none = home.put("/v1/lights/all/state", "{\"power\":\"off\"}");
            assertThat(none.status()).isEqualTo(refused ? 429 : 207);
            assertThat(none.response().headers().names()).noneMatch(name -> name.startsWith("X-RateLimit"));
            assertThat(home.light("Desk Lamp").look().power()).isEqualTo(refused ? Power.ON : Power.OFF);
            home.cloud.faults().add(new Fault.OddLimits(LimitHeaders.TEXT, refused));
            assertThat(home.get("/v1/lights/all").response().header("X-RateLimit-Reset")).isEqualTo("soon");
        }
    }

    @Test
    void body_ofAnotherShape_standsInForTheRightOne() throws Exception {
        try (var home = Home.open()) {
            home.cloud.faults().add(Fault.EMPTY_LIST, Fault.Scope.next(1).reads());
            home.cloud.faults().add(Fault.WRONG_SHAPE, Fault.Scope.next(1).writes());
            var list = home.get("/v1/lights/all");
            assertThat(list.status()).isEqualTo(200);
            assertThat(list.text()).isEqualTo("[]");
            assertThat(home.put("/v1/lights/all/state", "{\"power\":\"off\"}").json().get("lights").intValue()).isOne();
            assertThat(home.light("Desk Lamp").look().power()).isEqualTo(Power.OFF);
            home.cloud.faults().add(new Fault.Instead("[1]", false), Fault.Scope.next(1));
            assertThat(home.put("/v1/lights/all/state", "{\"power\":\"on\"}").text()).isEqualTo("[1]");
            assertThat(home.light("Desk Lamp").look().power()).isEqualTo(Power.OFF);
        }
    }

    @Test
    void fast_requests_doNotWaitAsLong() throws Exception {
        var settings = SimulatorSettings.standard(Home.TOKEN).withDelay(Duration.ofSeconds(30))
                .withFastDelay(Duration.ZERO);
        try (var home = Home.open(settings)) {
            assertThat(home.put("/v1/lights/all/state", "{\"fast\":true}").status()).isEqualTo(202);
            assertThat(home.put("/v1/lights/states", "{\"fast\":true,\"states\":[{\"selector\":\"all\"}]}").status())
                    .isEqualTo(207);
            var impatient = home.client.newBuilder().readTimeout(200, TimeUnit.MILLISECONDS).build();
            assertThatThrownBy(() -> impatient.newCall(home.request("/v1/lights/all").build()).execute())
                    .isInstanceOf(InterruptedIOException.class);
        }
    }
}
