package dev.lamplighter.mqtt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Where everybody leaves something for the session's thread, and where that thread waits. All of it is guarded by this object's lock, which
 * is never held while anything else is called but the outbox, a clock and the question whether a connection is over.
 */
final class Postbox {
    /** Some hours of a busy house's results, in a few megabytes. */
    private static final int WAITING = 10_000;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final Publication farewell;
    private final LongSupplier nanos;
    private final Outbox outbox = new Outbox(WAITING);
    private final List<String> notes = new ArrayList<>();
    private int window = 1;
    private boolean closing;
    private boolean saidFarewell;
    private long closeBy;

    Postbox(Publication farewell, LongSupplier nanos) {
        this.farewell = farewell;
        this.nanos = nanos;
    }

    synchronized void add(Publication publication) {
        if (!closing) {
            outbox.add(publication);
            notifyAll();
        }
    }

    /** @param room how many publications may be under way on the new connection, at least 1 */
    synchronized void connected(Publication greeting, int room) {
        window = room;
        if (!closing) {
            outbox.reconnected(greeting);
        }
        var dropped = outbox.takeDropped();
        if (dropped > 0) {
            notes.add(dropped + " publications waited for the broker beyond what is kept, and were dropped");
        }
    }

    synchronized void settled(Publication publication) {
        outbox.settled(publication);
        saidFarewell |= closing && publication.equals(farewell);
        notifyAll();
    }

    synchronized void note(String trouble) {
        notes.add(trouble);
        notifyAll();
    }

    synchronized void wake() {
        notifyAll();
    }

    /** Only the farewell is taken from now on. */
    synchronized void close() {
        if (!closing) {
            outbox.add(farewell);
            closing = true;
            closeBy = nanos.getAsLong() + CLOSE_WITHIN.toNanos();
            notifyAll();
        }
    }

    synchronized boolean isClosing() {
        return closing;
    }

    synchronized boolean saidFarewell() {
        return saidFarewell;
    }

    synchronized List<String> takeNotes() {
        var taken = List.copyOf(notes);
        notes.clear();
        return taken;
    }

    /** What the session's thread has to do next on a connection. */
    record Turn(Optional<Publication> publish, boolean finished) {}

    /** Waits for something to do. Finished when {@code over}, or when closing and all is said or the time for that is up. */
    synchronized Turn awaitTurn(BooleanSupplier over) throws InterruptedException {
        while (true) {
            if (over.getAsBoolean() || (closing && (outbox.isEmpty() || left(closeBy) <= 0))) {
                return new Turn(Optional.empty(), true);
            }
            var next = outbox.underWay() < window ? outbox.next() : Optional.<Publication>empty();
            if (next.isPresent() || !notes.isEmpty()) {
                return new Turn(next, false);
            }
            wait(closing ? millis(left(closeBy)) : 0);
        }
    }

    /** Waits for {@code time}, or less when closing. */
    synchronized void rest(Duration time) throws InterruptedException {
        var until = nanos.getAsLong() + time.toNanos();
        while (!closing && left(until) > 0) {
            wait(millis(left(until)));
        }
    }

    private long left(long deadline) {
        return deadline - nanos.getAsLong();
    }

    private static long millis(long nanos) {
        return Math.max(1, nanos / 1_000_000);
    }
}
