package dev.lamplighter.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** Lets a few through at once and then one now and then, counting those that it holds back. Owned by one thread. */
final class Sparing {
    private final int most;
    private final Duration each;
    /** When as many as may are free again. */
    private Instant full = Instant.MIN;
    private int heldBack;

    /**
     * @param most how many at once
     * @param each how long one takes to be free again
     */
    Sparing(int most, Duration each) {
        this.most = most;
        this.each = each;
    }

    /** How many were held back since the last one that was let through; empty when this one is held back too. */
    OptionalInt admit(Instant now) {
        var from = full.isAfter(now) ? full : now;
        if (from.plus(each).isAfter(now.plus(each.multipliedBy(most)))) {
            heldBack++;
            return OptionalInt.empty();
        }
        full = from.plus(each);
        var since = heldBack;
        heldBack = 0;
        return OptionalInt.of(since);
    }
}
