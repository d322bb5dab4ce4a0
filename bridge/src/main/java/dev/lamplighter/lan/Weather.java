package dev.lamplighter.lan;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether the network delivers in order. Where it does not, a copy of an older wish may arrive after a newer wish, and a light would show what
 * nobody wishes any more; so a newer one waits until the older copies are not under way any more. Where it does, nothing waits.
 */
final class Weather {
    /** What was seen to happen is expected to happen again for so long. */
    private static final Duration MEMORY = Duration.ofSeconds(60);
    /** Answers that cross each other by less have only met in somebody's queue. */
    private static final Duration CROSSING = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(600);

    private Instant roughUntil = Instant.MIN;
    private Instant began = Instant.MIN;
    private Duration slowest = Duration.ZERO;
    private Duration slowestBefore = Duration.ZERO;

    /** An answer came this long after its question. */
    void answered(Duration after, Instant now) {
        if (now.isAfter(began.plus(MEMORY))) {
            slowestBefore = slowest;
            slowest = Duration.ZERO;
            began = now;
        }
        slowest = after.compareTo(slowest) > 0 ? after : slowest;
    }

    /** An answer came this long after one that should have come later, or after its twin. */
    void crossed(Duration late, Instant now) {
        if (late.compareTo(CROSSING) > 0) {
            roughUntil = now.plus(MEMORY);
        }
    }

    /** How long after its last copy an older wish may still arrive. */
    Duration wander(Instant now) {
        if (!now.isBefore(roughUntil)) {
            return Duration.ZERO;
        }
        var longest = slowest.compareTo(slowestBefore) > 0 ? slowest : slowestBefore;
        return longest.compareTo(LONGEST) > 0 ? LONGEST : longest;
    }
}
