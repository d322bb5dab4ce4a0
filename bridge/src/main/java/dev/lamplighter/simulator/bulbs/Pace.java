package dev.lamplighter.simulator.bulbs;

import java.time.Duration;
import java.time.Instant;

/** So many messages a second are as many as a bulb takes; what comes above is lost. A second's worth may come at once. */
final class Pace {
    private static final double NANOS = 1e9;

    private final int perSecond;
    private double left;
    private Instant last = Instant.MIN;

    Pace(int perSecond) {
        this.perSecond = perSecond;
        this.left = perSecond;
    }

    boolean takes(Instant now) {
        if (last.isBefore(now)) {
            var gained = last.equals(Instant.MIN) ? 0 : Duration.between(last, now).toNanos() * perSecond / NANOS;
            left = Math.min(perSecond, left + gained);
            last = now;
        }
        var takes = left >= 1;
        left -= takes ? 1 : 0;
        return takes;
    }
}
