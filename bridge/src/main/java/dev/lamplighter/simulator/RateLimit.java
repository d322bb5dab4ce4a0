package dev.lamplighter.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** LIFX's limit: so many requests in a fixed window, which begins with the first request after the last one ended. */
final class RateLimit {
    /**
     * The place of a request in its window.
     *
     * @param reset Unix time in seconds from which on the next window may begin
     */
    record Ticket(boolean granted, int limit, int remaining, long reset) {
        Ticket spent() {
            return new Ticket(granted, limit, 0, reset);
        }
    }

    private final int limit;
    private final Duration window;
    private final InstantSource clock;
    private Instant start = Instant.EPOCH;
    private int used;

    RateLimit(int limit, Duration window, InstantSource clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    /** Counts one request; a refused one does not count. */
    synchronized Ticket charge() {
        renew();
        var granted = used < limit;
        used += granted ? 1 : 0;
        return ticket(granted);
    }

    /**
     * As many at once as are left of those wished.
     *
     * @return how many that were
     */
    synchronized int charge(int wished) {
        renew();
        var granted = Math.min(wished, limit - used);
        used += granted;
        return granted;
    }

    /** Where things stand, without counting. */
    synchronized Ticket look() {
        renew();
        return ticket(used < limit);
    }

    private void renew() {
        var now = clock.instant();
        if (!now.isBefore(start.plus(window))) {
            start = now;
            used = 0;
        }
    }

    private Ticket ticket(boolean granted) {
        var end = start.plus(window);
        // Rounded up, so that whoever waits for it finds the new window open.
        return new Ticket(granted, limit, limit - used,
                end.getNano() == 0 ? end.getEpochSecond() : end.getEpochSecond() + 1);
    }
}
