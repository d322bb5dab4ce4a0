package dev.lamplighter.control;

import java.time.Duration;
import java.time.Instant;

/**
 * A bucket of requests: full at first, each request takes one out, and it fills up again at a steady rate. In any stretch of time no more
 * can be taken than it holds plus what flows in meanwhile.
 *
 * @param at when {@code held} was true
 */
record Bucket(double capacity, double perSecond, double held, Instant at) {
    private static final double ROUNDING = 1e-9;

    static Bucket full(double capacity, double perSecond, Instant now) {
        return new Bucket(capacity, perSecond, capacity, now);
    }

    /** A clock that was set back neither fills nor freezes it. */
    Bucket at(Instant now) {
        var seconds = Math.max(0, Duration.between(at, now).toNanos() / 1e9);
        return new Bucket(capacity, perSecond, Math.min(capacity, held + seconds * perSecond), now);
    }

    Bucket less(double requests) {
        return new Bucket(capacity, perSecond, held - requests, at);
    }

    /** As full as before in proportion, with another measure. */
    Bucket resized(double newCapacity, double newRate) {
        return new Bucket(newCapacity, newRate, Math.min(newCapacity, held / capacity * newCapacity), at);
    }

    boolean hasOne() {
        return held >= 1 - ROUNDING;
    }

    boolean isHalfFull() {
        return held >= half() - ROUNDING;
    }

    /** As much as makes it half full, though no less than one. */
    double half() {
        return Math.max(1, capacity / 2);
    }

    /** How long until so many can be taken. */
    Duration timeUntil(double requests) {
        var missing = requests - held;
        return missing <= ROUNDING ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(missing / perSecond * 1e9));
    }
}
