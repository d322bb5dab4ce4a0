package dev.lamplighter.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Reply.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RateLimitTest {
    /** LIFX's clock: Fri, 01 Aug 2025 12:00:00 GMT. */
    private static final Instant THEIRS = Instant.parse("2025-08-01T12:00:00Z");
    private static final String DATE = "Fri, 01 Aug 2025 12:00:00 GMT";
    private static final List<String> NAMES = List.of("X-RateLimit-Limit", "X-RateLimit-Remaining",
            "X-RateLimit-Reset", "Date", "Retry-After");
    private static final List<String> VALUES = List.of("", "0", "-1", "1", "60", "120", "1e3", "0x10", "12.5", "NaN",
            "120, 119", "+7", "999999999999", "-999999999999", "99999999999999999999", DATE,
            "Fri, 31 Dec 9999 23:59:59 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 01 Aug", "1754049640",
            "1754049640000",
            "٣", "soon");
    private static final Instant SLOW = THEIRS.minus(Duration.ofHours(3));

    @Test
    void allowance_clocksAgree_isAsTold() {
        assertThat(RateLimit.allowance(headers(120, 118, 40), THEIRS))
                .contains(new Allowance(120, 118, THEIRS.plusSeconds(40)));
    }

    @Test
    void allowance_ourClockHoursBehind_resetIsByOurClock() {
        assertThat(RateLimit.allowance(headers(120, 118, 40), SLOW))
                .contains(new Allowance(120, 118, SLOW.plusSeconds(40)));
    }

    @Test
    void allowance_headersInOtherCase_areFound() {
        var lower = Headers.of("x-ratelimit-limit", "60", "x-ratelimit-remaining", "0", "x-ratelimit-reset",
                "" + THEIRS.plusSeconds(9).getEpochSecond(), "date", DATE);
        assertThat(RateLimit.allowance(lower, THEIRS)).contains(new Allowance(60, 0, THEIRS.plusSeconds(9)));
    }

    @Test
    void allowance_remainingBelowNothing_isNothing() {
        assertThat(RateLimit.allowance(headers(120, -3, 40), THEIRS)).map(Allowance::remaining).contains(0);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 40", "-1, 0, 40", "120, 121, 40", "2000000, 1, 40", "120, 5, 100000", "120, 5, -100000",
            "120, 5, 3600", "120, 5, 121", "120, 5, -2", "120, 5, -60", "120, 5, 99999999999", "120, 5, -99999999999"})
    void allowance_absurd_isEmpty(long limit, long remaining, long resetIn) {
        assertThat(RateLimit.allowance(headers(limit, remaining, resetIn), THEIRS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1", "75"})
    void allowance_resetOfTheSecond_isTaken(long resetIn) {
        assertThat(RateLimit.allowance(headers(120, 5, resetIn), SLOW)).map(Allowance::reset)
                .contains(SLOW.plusSeconds(resetIn));
    }

    @Test
    void limits_headersOfNoSense_neverThrowAndStayNear() {
        var random = new SplittableRandom(14);
        for (var round = 0; round < 5_000; round++) {
            var headers = new Headers.Builder();
            for (var name : NAMES) {
                if (random.nextInt(5) > 0) {
                    headers.addUnsafeNonAscii(name, VALUES.get(random.nextInt(VALUES.size())));
                }
            }
            assertThat(RateLimit.until(headers.build(), THEIRS)).isBetween(THEIRS.plusSeconds(1),
                    THEIRS.plusSeconds(120));
            RateLimit.allowance(headers.build(), THEIRS).ifPresent(allowance -> {
                assertThat(allowance.remaining()).isBetween(0, allowance.limit());
                assertThat(allowance.reset()).isBetween(THEIRS.minusSeconds(1), THEIRS.plusSeconds(120));
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"})
    void allowance_headerMissingOrNoNumber_isEmpty(String name) {
        var whole = headers(120, 118, 40);
        assertThat(RateLimit.allowance(whole.newBuilder().removeAll(name).build(), THEIRS)).isEmpty();
        assertThat(RateLimit.allowance(whole.newBuilder().set(name, "many").build(), THEIRS)).isEmpty();
        assertThat(RateLimit.allowance(whole.newBuilder().set(name, "9".repeat(30)).build(), THEIRS)).isEmpty();
    }

    @ParameterizedTest(name = "reset in {0} s: wait {1} s")
    @CsvSource({"40, 40", "75, 75", "76, 2", "9000000, 2", "0, 1", "-50, 1"})
    void until_reset_isKeptWithinReason(long resetIn, long wait) {
        assertThat(RateLimit.until(headers(120, 0, resetIn), SLOW)).isEqualTo(SLOW.plusSeconds(wait));
    }

    @Test
    void until_noDate_takesResetByOurClock() {
        var undated = headers(120, 0, 30).newBuilder().removeAll("Date").build();
        assertThat(RateLimit.until(undated, THEIRS.minusSeconds(2))).isEqualTo(THEIRS.plusSeconds(30));
        assertThat(RateLimit.until(undated.newBuilder().set("Date", "today").build(), THEIRS))
                .isEqualTo(THEIRS.plusSeconds(30));
    }

    @Test
    void until_nothingTold_isTwoSeconds() {
        assertThat(RateLimit.until(Headers.EMPTY, THEIRS)).isEqualTo(THEIRS.plusSeconds(2));
    }

    @Test
    void until_onlyRetryAfter_isThat() {
        assertThat(RateLimit.until(Headers.of("Retry-After", "17"), THEIRS)).isEqualTo(THEIRS.plusSeconds(17));
    }

    private static Headers headers(long limit, long remaining, long resetIn) {
        return Headers.of("X-RateLimit-Limit", "" + limit, "X-RateLimit-Remaining", "" + remaining,
                "X-RateLimit-Reset", "" + THEIRS.plusSeconds(resetIn).getEpochSecond(), "Date", DATE);
    }
}
