package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DenialsTest {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final Denials denials = new Denials(() -> now);

    @Test
    void denial_repeatedWithinADay_isNoNews() {
        assertThat(denials.news("hall", "publish on x")).hasValue(19);
        now = now.plus(Duration.ofDays(1)).minusMillis(1);
        assertThat(denials.news("hall", "publish on x")).isEmpty();
        assertThat(denials.news("desk", "publish on x")).isPresent();
        now = now.plusMillis(1);
        assertThat(denials.news("hall", "publish on x")).isPresent();
    }

    @Test
    void denials_beyondTwentyOfASender_areNotTold() {
        for (var topic = 0; topic < 19; topic++) {
            denials.news("hall", "publish on " + topic);
        }
        assertThat(denials.news("hall", "publish on 19")).hasValue(0);
        assertThat(denials.news("hall", "publish on 20")).isEmpty();
        assertThat(denials.news("desk", "publish on 20")).isPresent();
    }

    @Test
    void senders_whoeverTheyAre_fillNoMemory() {
        for (var sender = 0; sender <= 500; sender++) {
            denials.news("sender" + sender, "x");
        }
        assertThat(denials.news("sender500", "x")).isEmpty();
        assertThat(denials.news("sender0", "x")).as("forgotten, and so told anew").isPresent();
    }
}
