package dev.lamplighter.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Latencies latencies = new Latencies();

    @Test
    void quantiles_areThoseOfTheSamples() {
        for (var millis = 100; millis >= 1; millis--) {
            latencies.add(Duration.ofMillis(millis), NOW);
        }
        assertThat(latencies.quantile(0.5)).isEqualTo(Duration.ofMillis(50));
        assertThat(latencies.quantile(0.99)).isEqualTo(Duration.ofMillis(99));
        assertThat(latencies.quantile(1)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void quantiles_ofOneSample_areThatSample() {
        latencies.add(Duration.ofMillis(7), NOW);
        assertThat(latencies.quantile(0.5)).isEqualTo(Duration.ofMillis(7));
        assertThat(latencies.quantile(0.99)).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void samples_thatAreOld_areForgotten() {
        latencies.add(Duration.ofMillis(7), NOW);
        assertThat(latencies.count(NOW.plus(Latencies.MEMORY))).isOne();
        assertThat(latencies.count(NOW.plus(Latencies.MEMORY).plusMillis(1))).isZero();
    }

    @Test
    void samples_areNoMoreThanSoMany() {
        for (var count = 0; count < 100_000; count++) {
            latencies.add(Duration.ofMillis(count), NOW);
        }
        assertThat(latencies.count(NOW)).isEqualTo(Latencies.MOST);
        assertThat(latencies.quantile(1)).isEqualTo(Duration.ofMillis(99_999));
    }
}
