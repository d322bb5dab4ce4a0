package dev.lamplighter.mqtt;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: any time up to a limit that doubles with each failure, so that many clients of a broker that comes
 * back do not all knock at once.
 *
 * @param first the limit after the first failure
 * @param most where the limit stops doubling
 */
public record Backoff(Duration first, Duration most, RandomGenerator random) {
    private static final int MOST_DOUBLINGS = 30;

    /** Half a second at first, half a minute at most. */
    public static Backoff standard(RandomGenerator random) {
        return new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), random);
    }

    /** @param failures one after the other, at least 1 */
    Duration after(int failures) {
        var limit = (double) first.toNanos() * (1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return Duration.ofNanos((long) (random.nextDouble() * Math.min(limit, (double) most.toNanos())));
    }
}
