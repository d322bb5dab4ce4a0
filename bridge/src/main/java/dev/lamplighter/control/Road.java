package dev.lamplighter.control;

import java.time.Duration;
import java.time.Instant;

/** A way in use, how it fares, and who looks after what was told by it. */
record Road(Route route, Follower follower) {
    /** A way that is busy for longer than this is left for another. */
    private static final Duration BUSY = Duration.ofMillis(500);
    /** In a drag, no more often than the eye can tell; where requests are counted, no more often than it minds. */
    private static final Duration FRAME = Duration.ofMillis(60);
    private static final Duration COUNTED_FRAME = Duration.ofMillis(150);

    Way way() {
        return route.way();
    }

    Line line() {
        return route.line();
    }

    Via via() {
        return route.way().via();
    }

    Duration frame() {
        return via().isCounted() ? COUNTED_FRAME : FRAME;
    }

    /** Whether something could leave on it soon. */
    boolean isOpen(Instant now) {
        return line().refusal().isEmpty() && !line().nextCommand(now).isAfter(now.plus(BUSY));
    }
}
