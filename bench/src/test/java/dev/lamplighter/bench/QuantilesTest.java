package dev.lamplighter.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuantilesTest {
    /** 100 ms down to 1 ms. */
    private final Quantiles hundred = Quantiles.of(LongStream.rangeClosed(1, 100).map(ms -> (101 - ms) * 1_000_000)
            .toArray());

    @ParameterizedTest
    @CsvSource({"0.01, 1", "0.5, 50", "0.501, 51", "0.99, 99", "1, 100"})
    void at_someShare_isTheLongestOfThatShare(double share, double ms) {
        assertThat(hundred.at(share)).isEqualTo(ms);
    }

    @Test
    void at_ofOne_isThatOne() {
        assertThat(Quantiles.of(new long[]{1_500_000}).at(0.99)).isEqualTo(1.5);
    }
}
