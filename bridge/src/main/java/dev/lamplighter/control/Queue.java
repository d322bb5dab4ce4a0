package dev.lamplighter.control;

import dev.lamplighter.control.Plan.Share;
import dev.lamplighter.control.Verdict.End;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Wishes in the order in which they were wished, with gates among them. Between two gates wishes merge field by field, the newest winning,
 * and one of which nothing is left ends as superseded.
 */
final class Queue {
    /** Wishes that stand behind a gate; those in front of all gates have none. */
    private record Segment(Optional<Gate> gate, List<Ticket> tickets) {}

    private final List<Segment> segments = new ArrayList<>();

    Queue() {
        segments.add(new Segment(Optional.empty(), new ArrayList<>()));
    }

    /** What no gate keeps from leaving. */
    List<Ticket> front() {
        return segments.getFirst().tickets;
    }

    int size() {
        return segments.size() - 1 + segments.stream().mapToInt(segment -> segment.tickets.size()).sum();
    }

    boolean isEmpty() {
        return size() == 0;
    }

    void add(Ticket newest, Instant now) {
        var last = segments.getLast().tickets;
        cover(last, newest.share(), now);
        last.add(newest);
    }

    void add(Gate gate) {
        segments.add(new Segment(Optional.of(gate), new ArrayList<>()));
    }

    /** Takes what {@code later} overwrites out of {@code older}. */
    static void cover(List<Ticket> older, Share later, Instant now) {
        var left = new ArrayList<Ticket>();
        for (var ticket : older) {
            ticket.without(later).ifPresentOrElse(left::add, () -> ticket.slot().end(new End.Superseded(), now));
        }
        older.clear();
        older.addAll(left);
    }

    /** Puts back what has left already, before the wishes that have come since. */
    void putBack(List<Ticket> older, Instant now) {
        var left = new ArrayList<>(older.stream().filter(ticket -> ticket.slot().isOpen()).toList());
        front().forEach(since -> cover(left, since.share(), now));
        front().addAll(0, left);
    }

    /** The gate that leaves next, unless wishes do. */
    Optional<Gate> gate() {
        return front().isEmpty() && segments.size() > 1 ? segments.get(1).gate : Optional.empty();
    }

    List<Gate> gates() {
        return segments.stream().flatMap(segment -> segment.gate.stream()).toList();
    }

    /** Takes a gate away, wherever it stands; what stood behind it moves up. */
    void open(Gate gate) {
        for (var position = 1; position < segments.size(); position++) {
            if (segments.get(position).gate.filter(gate::equals).isPresent()) {
                segments.get(position - 1).tickets.addAll(segments.remove(position).tickets);
                return;
            }
        }
    }

    /** Sets a gate before everything else again. */
    void shut(Gate gate) {
        var front = segments.removeFirst().tickets;
        segments.addFirst(new Segment(Optional.of(gate), front));
        segments.addFirst(new Segment(Optional.empty(), new ArrayList<>()));
    }

    /** Takes out the wishes that are too old by now. */
    List<Ticket> expire(Instant now) {
        purge();
        var old = new ArrayList<Ticket>();
        for (var segment : segments) {
            segment.tickets.stream().filter(ticket -> ticket.isOver(now)).forEach(old::add);
            segment.tickets.removeIf(ticket -> ticket.isOver(now));
        }
        return old;
    }

    /** Takes out what has had its answer after all. */
    void purge() {
        segments.forEach(segment -> segment.tickets.removeIf(ticket -> !ticket.slot().isOpen()));
    }
}
