package dev.lamplighter.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A clock that only runs, from what the calendar said when it was made. Deciding by it, nobody minds when the calendar is set: a small
 * computer often learns the date only after it has started.
 */
final class SteadyClock implements InstantSource {
    private final InstantSource calendar;
    private final LongSupplier nanos;
    private final Instant start;
    private final long startNanos;

    /** @param nanos counts nanoseconds from any beginning, never backwards */
    SteadyClock(InstantSource calendar, LongSupplier nanos) {
        this.calendar = calendar;
        this.nanos = nanos;
        this.start = calendar.instant();
        this.startNanos = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos.getAsLong() - startNanos);
    }

    /** When that was by the calendar as it is set now, for people to read. */
    Instant byCalendar(Instant ours) {
        return calendar.instant().minus(Duration.between(ours, instant()));
    }
}
