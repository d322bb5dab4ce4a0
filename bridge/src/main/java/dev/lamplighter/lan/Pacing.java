package dev.lamplighter.lan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** LIFX's limit for one device: no more than 20 messages in any second, whatever they are. */
final class Pacing {
    static final int MOST = 20;
    /** A little more than a second, as what leaves evenly does not arrive so. */
    private static final Duration WINDOW = Duration.ofMillis(1_050);

    private final Deque<Instant> sent = new ArrayDeque<>();

    /** When the next message may leave; not after {@code now} when at once. */
    Instant next(Instant now) {
        return sent.size() < MOST ? now : sent.getFirst().plus(WINDOW);
    }

    void sent(Instant now) {
        sent.addLast(now);
        if (sent.size() > MOST) {
            sent.removeFirst();
        }
    }
}
