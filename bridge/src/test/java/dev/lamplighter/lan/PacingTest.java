package dev.lamplighter.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class PacingTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final Pacing pacing = new Pacing();

    @Test
    void messages_asFastAsMayBe_areNeverMoreThanTwentyInAnySecond() {
        var left = new ArrayList<Instant>();
        var now = NOW;
        for (var message = 0; message < 200; message++) {
            now = pacing.next(true, now);
            pacing.sent(now);
            left.add(now);
        }
        for (var first = 0; first + 20 < left.size(); first++) {
            assertThat(Duration.between(left.get(first), left.get(first + 20))).isGreaterThan(Duration.ofSeconds(1));
        }
        assertThat(left.get(19)).isEqualTo(NOW);
    }

    @Test
    void questions_leaveRoomForWishes() {
        for (var message = 0; message < 12; message++) {
            assertThat(pacing.next(false, NOW)).isEqualTo(NOW);
            pacing.sent(NOW);
        }
        assertThat(pacing.next(false, NOW)).isAfter(NOW);
        assertThat(pacing.next(true, NOW)).isEqualTo(NOW);
    }
}
