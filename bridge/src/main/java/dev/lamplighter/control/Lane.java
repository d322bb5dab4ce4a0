package dev.lamplighter.control;

import dev.lamplighter.control.Verdict.End;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What waits for one light. At most one change is under way to a light; those that come meanwhile merge field by field, the newest winning,
 * and a wish of which nothing is left ends as superseded. So a lane never holds more wishes than a change has fields.
 */
final class Lane {
    /** A wish waiting in a lane, or what newer ones have left of it. */
    record Ticket(Change change, Instant expires, int attempts, Tally tally) {
        Ticket left(Change later) {
            return new Ticket(change.without(later), expires, attempts, tally);
        }

        Ticket again() {
            return new Ticket(change, expires, attempts + 1, tally);
        }
    }

    private final LightId light;
    private List<Ticket> waiting = new ArrayList<>();
    private boolean busy;

    Lane(LightId light) {
        this.light = light;
    }

    LightId light() {
        return light;
    }

    void add(Ticket newest, Instant now) {
        waiting = cover(waiting, newest.change(), now);
        waiting.add(newest);
    }

    /** Puts back what left but was not taken, behind the wishes that have come since. */
    void putBack(List<Ticket> older, Instant now) {
        busy = false;
        var since = waiting;
        waiting = cover(older, merged(since), now);
        waiting.addAll(since);
    }

    /** Everything that waits, as one change that is under way from now on. */
    List<Ticket> take() {
        var taken = waiting;
        waiting = new ArrayList<>();
        busy = true;
        return taken;
    }

    void free() {
        busy = false;
    }

    /** Takes out what is too old by now. */
    List<Ticket> expire(Instant now) {
        var old = waiting.stream().filter(ticket -> !ticket.expires().isAfter(now)).toList();
        waiting.removeAll(old);
        return old;
    }

    boolean isReady() {
        return !busy && !waiting.isEmpty();
    }

    boolean isIdle() {
        return !busy && waiting.isEmpty();
    }

    static Change merged(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::change).reduce(Change.NONE, Change::then);
    }

    private List<Ticket> cover(List<Ticket> older, Change later, Instant now) {
        var left = new ArrayList<Ticket>();
        for (var ticket : older) {
            var rest = ticket.left(later);
            if (rest.change().isNone()) {
                ticket.tally().end(light, new End.Superseded(), now);
            } else {
                left.add(rest);
            }
        }
        return left;
    }
}
