package dev.lamplighter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.simulator.SimulatorSettings.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class RateLimitTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00.250Z");
    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Test
    void requests_pastTheLimit_are429UntilTheNextWindow() throws Exception {
        var settings = SimulatorSettings.standard(Home.TOKEN).withLimit(new Limit(3, Duration.ofSeconds(60)));
        try (var home = Home.open(settings, now::get)) {
            for (var left = 2; left >= 0; left--) {
                var got = home.get("/v1/lights/all");
                assertThat(got.status()).isEqualTo(200);
                assertThat(got.response().header("X-RateLimit-Limit")).isEqualTo("3");
                assertThat(got.response().header("X-RateLimit-Remaining")).isEqualTo("" + left);
            }
            var refused = home.put("/v1/lights/all/state", "{\"power\":\"off\"}");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.json().get("error").stringValue()).isEqualTo("too many requests");
            assertThat(refused.response().header("X-RateLimit-Remaining")).isEqualTo("0");
            var reset = Long.parseLong(refused.response().header("X-RateLimit-Reset", "0"));
            assertThat(reset).isEqualTo(START.plusSeconds(60).getEpochSecond() + 1);
            now.set(Instant.ofEpochSecond(reset));
            assertThat(home.get("/v1/lights/all").response().header("X-RateLimit-Remaining")).isEqualTo("2");
            assertThat(home.cloud.log().counts()).isEqualTo(new RequestLog.Counts(5, 1, 1));
        }
    }

    @Test
    void requests_ofAWrongToken_spendNothing() throws Exception {
        try (var home = Home.open()) {
            var wrong = home.request("/v1/lights/all").header("Authorization", "Bearer decaf").build();
            assertThat(home.call(wrong).response().header("X-RateLimit-Remaining")).isEqualTo("120");
            assertThat(home.get("/v1/lights/all").response().header("X-RateLimit-Remaining")).isEqualTo("119");
        }
    }

    @Test
    void charge_atTheEndOfAWindow_beginsTheNext() {
        var limit = new RateLimit(1, Duration.ofSeconds(60), now::get);
        assertThat(limit.charge().granted()).isTrue();
        now.set(START.plusSeconds(60).minusNanos(1));
        assertThat(limit.charge().granted()).isFalse();
        now.set(START.plusSeconds(60));
        assertThat(limit.look()).isEqualTo(new RateLimit.Ticket(true, 1, 1, now.get().getEpochSecond() + 61));
        assertThat(limit.charge().granted()).isTrue();
    }
}
