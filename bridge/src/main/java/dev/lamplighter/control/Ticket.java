package dev.lamplighter.control;

import dev.lamplighter.control.Plan.Share;
import java.time.Instant;
import java.util.Optional;

/** A wish that waits in a lane, or what newer ones have left of it. */
record Ticket(Share share, Instant expires, int attempts, Tally.Slot slot) {
    /** What is left once {@code later} has overwritten its own fields; empty when that is nothing. */
    Optional<Ticket> without(Share later) {
        if (!later.covers(share)) {
            return Optional.of(this);
        }
        var rest = share.change().without(later.change());
        return rest.isNone()
                ? Optional.empty()
                : Optional.of(new Ticket(new Share(rest, share.zones()), expires, attempts, slot));
    }

    boolean isOver(Instant now) {
        return !expires.isAfter(now);
    }

    Ticket again() {
        return new Ticket(share, expires, attempts + 1, slot);
    }
}
