package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Retry.Sort;
import dev.lamplighter.control.Way.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RetryTest {
    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(new Outcome.Done<>("it is done"), false, false),
                Arguments.of(new Outcome.Refused<>("it is refused"), false, false),
                Arguments.of(new Outcome.Throttled<>(Instant.EPOCH), true, true),
                Arguments.of(new Outcome.Unreachable<>("it never arrived", false), true, true),
                Arguments.of(new Outcome.Unreachable<>("it may have arrived", true), true, false),
                Arguments.of(new Outcome.Unreachable<>("nobody knows"), true, false));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void mayFollow_anOutcome_asItsSortAllows(Outcome<?> outcome, boolean absolute, boolean once) {
        assertThat(Retry.mayFollow(outcome, Sort.ABSOLUTE)).isEqualTo(absolute);
        assertThat(Retry.mayFollow(outcome, Sort.ONCE)).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({"OK, ABSOLUTE, 1, false", "OK, ONCE, 1, false", "OFFLINE, ABSOLUTE, 1, false",
            "OFFLINE, ONCE, 1, false", "TIMED_OUT, ABSOLUTE, 1, true", "TIMED_OUT, ABSOLUTE, 2, true",
            "TIMED_OUT, ABSOLUTE, 3, false", "TIMED_OUT, ABSOLUTE, 4, false", "TIMED_OUT, ONCE, 1, false"})
    void mayFollow_whatALightSaid_asItsSortAndTriesAllow(Reach reach, Sort sort, int tries, boolean may) {
        assertThat(Retry.mayFollow(reach, sort, tries)).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"1, 250", "2, 500", "3, 1000", "4, 2000", "5, 4000", "6, 4000", "100, 4000", "2147483647, 4000"})
    void after_failures_liesBetweenHalfAndAllOfItsTimeAndSpreadsOverIt(int failures, long longest) {
        var random = new Random(failures);
        var waits = IntStream.range(0, 2_000).mapToObj(_ -> Retry.after(failures, random)).toList();
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofMillis(longest / 2),
                Duration.ofMillis(longest)));
        assertThat(waits).anySatisfy(wait -> assertThat(wait).isLessThan(Duration.ofMillis(longest * 55 / 100)));
        assertThat(waits).anySatisfy(wait -> assertThat(wait).isGreaterThan(Duration.ofMillis(longest * 95 / 100)));
    }

    @Test
    void after_theSameSeed_isTheSame() {
        assertThat(Retry.after(3, new Random(7))).isEqualTo(Retry.after(3, new Random(7)));
    }
}
