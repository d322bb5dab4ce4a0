package dev.lamplighter.control;

import dev.lamplighter.control.Way.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A light as one way sees it.
 *
 * @param at when it was seen last
 * @param reached when it was seen to be connected last
 * @param missed how many looks have not shown it since
 * @param doubted until when another way is better, as it did not take by this one what it was told
 */
record Sight(Sighting seen, Instant at, Instant reached, boolean reachable, int missed, Instant doubted) {
    /** A connection that is gone for less than this is not worth a word. */
    static final Duration BLINK = Duration.ofSeconds(20);

    /** @param begun when the look began */
    static Sight of(Optional<Sight> before, Sighting seen, Instant begun) {
        var reached = seen.reachable() ? begun : before.map(Sight::reached).orElse(Instant.MIN);
        var blinks = seen.unseen().compareTo(BLINK) < 0 && reached.isAfter(begun.minus(BLINK))
                && before.filter(Sight::reachable).isPresent();
        var at = seen.reachable() ? begun : begun.minus(seen.unseen());
        var doubted = before.map(Sight::doubted).orElse(Instant.MIN);
        return new Sight(seen, at, reached, seen.reachable() || blinks, 0, doubted);
    }

    Sight missedAgain() {
        return new Sight(seen, at, reached, reachable, missed + 1, doubted);
    }

    Sight unreachable() {
        return new Sight(seen, at, Instant.MIN, false, missed, doubted);
    }

    Sight doubtedUntil(Instant until) {
        return new Sight(seen, at, reached, reachable, missed, until);
    }

    /** Whether what the light is told this way will hardly fail to arrive. */
    boolean isSure(Instant now) {
        return reachable && !doubted.isAfter(now);
    }
}
