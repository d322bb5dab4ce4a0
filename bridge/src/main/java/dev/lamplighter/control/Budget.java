package dev.lamplighter.control;

import dev.lamplighter.control.Reply.Allowance;
import java.time.Duration;
import java.time.Instant;

/**
 * How many requests a way still allows in the present window, as told by its replies and counted down between them.
 *
 * @param limit requests in a window
 * @param left of them
 * @param reset when the next window begins
 */
record Budget(int limit, int left, Instant reset) {
    /** LIFX's published rate; its reply headers correct it. */
    static final int LIMIT = 120;
    static final Duration WINDOW = Duration.ofSeconds(60);

    static Budget full(Instant now) {
        return new Budget(LIMIT, LIMIT, now.plus(WINDOW));
    }

    /** This budget as it stands at {@code now}: a window that is over gives way to a full one. */
    Budget at(Instant now) {
        return now.isBefore(reset) ? this : new Budget(limit, limit, now.plus(WINDOW));
    }

    Budget spent() {
        return new Budget(limit, left - 1, reset);
    }

    /** What the far side said, less {@code underWay} requests that it has not counted yet. */
    Budget told(Allowance allowance, int underWay) {
        return new Budget(allowance.limit(), Math.min(allowance.remaining(), allowance.limit()) - underWay,
                allowance.reset());
    }

    /** Nothing more before {@code until}. */
    Budget exhausted(Instant until) {
        return new Budget(limit, 0, until);
    }

    boolean allowsCommand() {
        return left > 0;
    }

    /** A quarter is kept for commands. */
    boolean allowsLook() {
        return left > limit / 4;
    }
}
