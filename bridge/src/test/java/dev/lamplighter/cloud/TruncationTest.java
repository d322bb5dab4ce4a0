package dev.lamplighter.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TruncationTest {
    @ParameterizedTest(name = "1/{0}")
    @ValueSource(ints = {255, 100, 10, 1})
    void undone_multipleOfAPartSent_roundsToTheSameMultiple(int parts) {
        for (var n = 0; n <= parts; n++) {
            var sent = (double) n / parts;
            assertThat(Math.round(Truncation.undone(truncated(sent, 1), 1) * parts)).isEqualTo(n);
            var written = Decimals.fraction(sent).doubleValue();
            assertThat(Math.round(Truncation.undone(truncated(written, 1), 1) * parts)).isEqualTo(n);
        }
    }

    @Test
    void undone_wholePercentSent_isThatPercentExactly() {
        for (var n = 0; n <= 100; n++) {
            assertThat(Truncation.undone(truncated(n / 100.0, 1), 1)).isEqualTo(n / 100.0);
        }
    }

    @Test
    void undone_wholeDegreeSent_isThatDegreeExactly() {
        for (var n = 0; n <= 360; n++) {
            assertThat(Truncation.undone(truncated(n, 360), 360)).isEqualTo(n);
        }
    }

    @Test
    void undone_anyFractionSent_liesWithinOneStep() {
        var random = new SplittableRandom(20_251_122);
        for (var n = 0; n < 2_000; n++) {
            var sent = random.nextDouble();
            assertThat(Truncation.undone(truncated(sent, 1), 1)).isBetween(0.0, 1.0)
                    .isCloseTo(sent, within(1 / 65_535.0));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.49999237048905165, 1, 0.5", "0.29999237048905164, 1, 0.3", "0.009994659342336155, 1, 0.01",
            "59.997253376058595, 360, 60", "209.995880064088, 360, 210", "0, 1, 0", "1, 1, 1", "360, 360, 360"})
    void undone_readBackSeenInTheWild_isWhatWasSent(double read, int range, double sent) {
        assertThat(Truncation.undone(read, range)).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.123456, 0.99999})
    void undone_numberThatWasNotTruncated_staysAsItIs(double read) {
        assertThat(Truncation.undone(read, 1)).isEqualTo(read);
    }

    private static double truncated(double sent, int range) {
        return Math.floor(sent / range * 65_535) * range / 65_535;
    }
}
