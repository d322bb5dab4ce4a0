package dev.lamplighter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    /** Draws the middle of whatever is asked for. */
    private static final RandomGenerator MIDDLE = new RandomGenerator() {
        @Override
        public long nextLong() {
            return Long.MIN_VALUE;
        }
    };

    @ParameterizedTest
    @CsvSource({"1, 250", "2, 500", "3, 1000", "4, 2000", "6, 8000", "7, 15000", "8, 15000", "31, 15000", "1000, 15000",
            "2147483647, 15000"})
    void after_failuresInARow_isDrawnFromALimitThatDoublesUpToTheMost(int failures, long millis) {
        assertThat(Backoff.standard(MIDDLE).after(failures)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void after_anyDraw_liesBetweenNothingAndTheLimit() {
        var backoff = Backoff.standard(RandomGenerator.of("L64X128MixRandom"));

        for (var draw = 0; draw < 1_000; draw++) {
            assertThat(backoff.after(3)).isBetween(Duration.ZERO, Duration.ofSeconds(2));
        }
    }
}
