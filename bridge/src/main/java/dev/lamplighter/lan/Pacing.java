package dev.lamplighter.lan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** LIFX's limit for one device: no more than 20 messages in any second, whatever they are. */
final class Pacing {
    private static final int MOST = 20;
    /** What is left to questions, so that what is wished does not wait for them. */
    private static final int MOST_ASKED = 12;
    /** A little more than a second, as what leaves evenly does not arrive so. */
    private static final Duration WINDOW = Duration.ofMillis(1_050);

    /** At least so long many messages take, each. */
    static final Duration EACH = WINDOW.dividedBy(MOST);

    private final List<Instant> sent = new ArrayList<>();

    /** When the next message may leave; not after {@code now} when at once. */
    Instant next(boolean isTold, Instant now) {
        sent.removeIf(left -> !left.plus(WINDOW).isAfter(now));
        var most = isTold ? MOST : MOST_ASKED;
        return sent.size() < most ? now : sent.get(sent.size() - most).plus(WINDOW);
    }

    void sent(Instant now) {
        sent.add(now);
    }
}
