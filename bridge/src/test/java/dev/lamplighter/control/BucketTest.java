package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Offset<Double> ROUNDING = Offset.offset(1e-9);

    private static Bucket held(double held) {
        return new Bucket(10, 2, held, NOW);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 1000, 2", "0, 1, 0.002", "9, 1000, 10", "10, 60000, 10", "-3, 1000, -1",
            "4, -3600000, 4"})
    void at_someTimeLater_holdsWhatFlowedInAndNoMoreThanItCan(double before, long millis, double after) {
        var moment = NOW.plusMillis(millis);
        assertThat(held(before).at(moment).held()).isCloseTo(after, ROUNDING);
        assertThat(held(before).at(moment).at()).isEqualTo(moment);
    }

    @Test
    void at_afterAClockThatWentBack_fillsOnAtTheSameRate() {
        var back = held(0).at(NOW.minusSeconds(3600));
        assertThat(back.at(back.at().plusSeconds(2)).held()).isCloseTo(4, ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({"10, 1, 0", "1, 1, 0", "0.9999999999, 1, 0", "0, 1, 500", "-1, 1, 1000", "2, 5, 1500"})
    void timeUntil_soMany_isWhatTheRateNeedsForTheRest(double held, double wanted, long millis) {
        assertThat(held(held).timeUntil(wanted)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"1, true, false", "0.9999999999, true, false", "0.99, false, false", "5, true, true",
            "4.9, true, false", "-1, false, false"})
    void hasOneAndIsHalfFull_tellWhatIsHeld(double held, boolean one, boolean half) {
        assertThat(held(held).hasOne()).isEqualTo(one);
        assertThat(held(held).isHalfFull()).isEqualTo(half);
    }

    @ParameterizedTest
    @CsvSource({"10, 20, 20", "5, 20, 10", "5, 2, 1", "0, 20, 0", "-2, 20, -4"})
    void resized_keepsItsProportion(double held, double capacity, double after) {
        var resized = held(held).resized(capacity, 7);
        assertThat(resized.held()).isCloseTo(after, ROUNDING);
        assertThat(resized).extracting(Bucket::capacity, Bucket::perSecond).containsExactly(capacity, 7.0);
    }

    @Test
    void less_takesOutWithoutTimePassing() {
        assertThat(held(4).less(1)).isEqualTo(held(3));
    }
}
