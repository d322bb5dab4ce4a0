package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowdownTest {
    private static final String THERE = "10.0.0.7";

    private final Slowdown slowdown = new Slowdown();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    private void fail(int times) {
        for (var time = 0; time < times; time++) {
            slowdown.failed(THERE, now);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0", "5,0", "6,250", "7,500", "10,4000", "11,8000", "20,8000", "500,8000"})
    void login_afterWrongOnes_waits(int wrong, long millis) {
        fail(wrong);
        assertThat(slowdown.before(THERE, now)).hasMillis(millis);
    }

    @Test
    void wrongLogins_areForgivenOneByOne() {
        fail(7);
        now = now.plusSeconds(10);
        assertThat(slowdown.before(THERE, now)).isEqualTo(Duration.ofMillis(250));
        now = now.plusSeconds(10);
        assertThat(slowdown.before(THERE, now)).isZero();
        fail(1);
        assertThat(slowdown.before(THERE, now)).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void guessing_forAWeek_isForgivenWithinMinutes() {
        fail(100_000);
        now = now.plusSeconds(200);
        assertThat(slowdown.before(THERE, now)).isZero();
    }

    @Test
    void login_fromAnotherAddress_waitsForNothing() {
        fail(20);
        assertThat(slowdown.before("10.0.0.8", now)).isZero();
    }

    @Test
    void wrongLogins_fromAThousandOthers_letTheOldestBeForgotten() {
        fail(20);
        for (var i = 0; i < 1_000; i++) {
            slowdown.failed("10.1.0." + i, now);
        }
        assertThat(slowdown.before(THERE, now)).isZero();
    }
}
