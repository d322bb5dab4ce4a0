package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SteadyClockTest {
    private static final Instant BOOT = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant TRUE = Instant.parse("2026-05-01T12:00:00Z");

    private Instant calendar = BOOT;
    private long nanos = 7;
    private final SteadyClock clock = new SteadyClock(() -> calendar, () -> nanos);

    @Test
    void instant_whenTheCalendarIsSet_onlyRuns() {
        nanos += Duration.ofSeconds(5).toNanos();
        calendar = TRUE;
        assertThat(clock.instant()).isEqualTo(BOOT.plusSeconds(5));
    }

    @Test
    void byCalendar_afterTheCalendarWasSet_tellsTheTrueTime() {
        var seen = clock.instant();
        nanos += Duration.ofSeconds(5).toNanos();
        calendar = TRUE;
        assertThat(clock.byCalendar(seen)).isEqualTo(TRUE.minusSeconds(5));
    }
}
