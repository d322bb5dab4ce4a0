package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NewsTest {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final News news = new News(() -> now);

    @Test
    void refusal_repeatedWithinAnHour_isNoNews() {
        assertThat(news.isNew("hall 10.0.0.7")).isTrue();
        now = now.plusSeconds(3_599);
        assertThat(news.isNew("hall 10.0.0.7")).isFalse();
    }

    @Test
    void refusal_repeatedAfterAnHour_isNewsAgain() {
        news.isNew("hall 10.0.0.7");
        now = now.plusSeconds(3_600);
        assertThat(news.isNew("hall 10.0.0.7")).isTrue();
        assertThat(news.isNew("hall 10.0.0.7")).isFalse();
    }

    @Test
    void refusal_ofAnotherKind_isNews() {
        news.isNew("hall 10.0.0.7");
        assertThat(news.isNew("attic 10.0.0.7")).isTrue();
        assertThat(news.isNew("hall 10.0.0.8")).isTrue();
    }

    @Test
    void refusals_ofAThousandOthers_letTheOldestBeForgotten() {
        news.isNew("hall 10.0.0.7");
        for (var i = 0; i < 1_000; i++) {
            news.isNew("guess" + i);
        }
        assertThat(news.isNew("guess999")).isFalse();
        assertThat(news.isNew("hall 10.0.0.7")).isTrue();
    }
}
