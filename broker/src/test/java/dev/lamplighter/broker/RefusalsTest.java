package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final Refusals refusals = new Refusals(() -> now);

    @Test
    void refusal_repeatedWithinAMinute_isNoNews() {
        assertThat(refusals.isNews("hall", "10.0.0.7")).isTrue();
        now = now.plusSeconds(59);
        assertThat(refusals.isNews("hall", "10.0.0.7")).isFalse();
    }

    @Test
    void refusal_repeatedAfterAMinute_isNewsAgain() {
        refusals.isNews("hall", "10.0.0.7");
        now = now.plusSeconds(60);
        assertThat(refusals.isNews("hall", "10.0.0.7")).isTrue();
        assertThat(refusals.isNews("hall", "10.0.0.7")).isFalse();
    }

    @Test
    void refusal_ofAnotherUserOrFromAnotherAddress_isNews() {
        refusals.isNews("hall", "10.0.0.7");
        assertThat(refusals.isNews("attic", "10.0.0.7")).isTrue();
        assertThat(refusals.isNews("hall", "10.0.0.8")).isTrue();
    }

    @Test
    void refusals_ofAThousandOthers_letTheOldestBeForgotten() {
        refusals.isNews("hall", "10.0.0.7");
        for (var i = 0; i < 1_000; i++) {
            refusals.isNews("guess" + i, "10.0.0.66");
        }
        assertThat(refusals.isNews("guess999", "10.0.0.66")).isFalse();
        assertThat(refusals.isNews("hall", "10.0.0.7")).isTrue();
    }
}
