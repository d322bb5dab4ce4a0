package dev.lamplighter.web.relay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** How many requests each guest may make in a window of time, told in LIFX's headers. LIFX's own limit is minded in {@code control}. */
final class Allowance {
    private final int limit;
    private final Duration window;
    private final InstantSource clock;
    private final Map<String, Integer> spent = new HashMap<>();
    private Instant reset = Instant.MIN;

    Allowance(int limit, Duration window, InstantSource clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    /** How a guest stands after a request. */
    record Standing(boolean granted, int limit, int remaining, Instant reset) {
        Map<String, String> headers() {
            return Map.of("X-RateLimit-Limit", Integer.toString(limit), "X-RateLimit-Remaining",
                    Integer.toString(remaining), "X-RateLimit-Reset", Long.toString(reset.getEpochSecond()));
        }
    }

    synchronized Standing spend(String guest) {
        var now = clock.instant();
        if (!now.isBefore(reset)) {
            spent.clear();
            // Told in whole seconds, so that nobody who waits until then comes too early.
            reset = Instant.ofEpochSecond(now.plus(window).getEpochSecond());
        }
        var sum = Math.min(spent.merge(guest, 1, Integer::sum), limit + 1);
        spent.put(guest, sum);
        return new Standing(sum <= limit, limit, Math.max(0, limit - sum), reset);
    }
}
