package dev.lamplighter.control;

import dev.lamplighter.control.Plan.Share;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Zones;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One light's way out: what waits for it, and what is under way to it. At most one request is, so that none can overtake another. */
final class Lane {
    /** The most that waits: nobody means more than this to one light at once, and memory ends somewhere. */
    private static final int MOST = 100;
    /** Requests that follow each other this closely are a drag, from the third on. */
    private static final Duration CLOSE = Duration.ofMillis(700);
    private static final int DRAG = 2;

    private final LightId light;
    private final Queue queue = new Queue();
    /** Sent in haste, and not yet seen to have arrived. */
    private final List<Ticket> unconfirmed = new ArrayList<>();
    private final Adrift adrift = new Adrift();
    private Optional<Object> underWay = Optional.empty();
    private Instant departed = Instant.EPOCH;
    private Instant rests = Instant.EPOCH;
    private Instant hastened = Instant.EPOCH;
    private int streak;

    Lane(LightId light) {
        this.light = light;
    }

    LightId light() {
        return light;
    }

    /** When the last request for it left. */
    Instant departed() {
        return departed;
    }

    boolean isFull() {
        return queue.size() >= MOST;
    }

    void add(Ticket newest, Instant now) {
        Queue.cover(unconfirmed, newest.share(), now);
        if (isOfOther(unconfirmed, newest)) {
            // Sent again after the newest, should it turn out to have been lost, it would undo some of it.
            sayAgain();
        }
        queue.add(newest, now);
    }

    void add(Gate gate) {
        // What is not certain by then would have to be said after the gate.
        sayAgain();
        queue.add(gate);
    }

    private static boolean isOfOther(List<Ticket> tickets, Ticket newest) {
        return tickets.stream().anyMatch(ticket -> !ticket.share().zones().equals(newest.share().zones()));
    }

    private void sayAgain() {
        unconfirmed.replaceAll(Ticket::again);
        queue.front().addAll(0, unconfirmed);
        unconfirmed.clear();
    }

    Queue queue() {
        return queue;
    }

    Adrift adrift() {
        return adrift;
    }

    /**
     * When what is in front may leave; empty when nothing is, or something is under way.
     *
     * @param apart how far from each other requests of a drag leave
     */
    Optional<Instant> ready(Duration apart) {
        if (underWay.isPresent() || queue.front().isEmpty()) {
            return Optional.empty();
        }
        var frame = isDragged() ? departed.plus(apart) : Instant.EPOCH;
        return Optional.of(frame.isAfter(rests) ? frame : rests);
    }

    boolean isReadyFor(Gate gate) {
        return underWay.isEmpty() && queue.gate().filter(gate::equals).isPresent();
    }

    /** As much from the front as can be said in one request, where no zone may be named twice; it is under way from now on. */
    List<Ticket> take(Object trip, Instant now) {
        var taken = next();
        queue.front().subList(0, taken.size()).clear();
        adrift.told(taken);
        departs(trip, now);
        return taken;
    }

    /** What {@link #take} would take. */
    List<Ticket> next() {
        var next = new ArrayList<Ticket>();
        for (var ticket : queue.front()) {
            if (!fits(next, ticket.share())) {
                break;
            }
            next.add(ticket);
        }
        return next;
    }

    private static boolean fits(List<Ticket> taken, Share next) {
        return taken.stream().map(Ticket::share)
                .allMatch(share -> share.zones().equals(next.zones()) || !share.meets(next));
    }

    /** What {@code tickets} come to, for which zones. */
    static Map<Optional<Zones>, Change> shares(List<Ticket> tickets) {
        var shares = new LinkedHashMap<Optional<Zones>, Change>();
        tickets.forEach(ticket -> shares.merge(ticket.share().zones(), ticket.share().change(), Change::then));
        return shares;
    }

    void pass(Gate gate, Instant now) {
        queue.open(gate);
        if (gate.overrides()) {
            adrift.overtaken();
        }
        departs(gate, now);
    }

    private void departs(Object trip, Instant now) {
        streak = now.isBefore(departed.plus(CLOSE)) ? streak + 1 : 0;
        departed = now;
        underWay = Optional.of(trip);
    }

    /** Whether requests follow each other so closely that it matters less how each ends than how soon the next one can leave. */
    boolean isDragged() {
        return streak >= DRAG;
    }

    /** {@code trip} is no longer waited for; says whether it still was. */
    boolean free(Object trip) {
        var was = underWay.filter(current -> current.equals(trip)).isPresent();
        underWay = underWay.filter(current -> !current.equals(trip));
        return was;
    }

    void rest(Instant until) {
        rests = until;
    }

    /** @param settled when it can be seen at the earliest */
    void sentInHaste(List<Ticket> tickets, Instant now, Instant settled) {
        if (!queue.gates().isEmpty() || queue.front().stream().anyMatch(since -> isOfOther(tickets, since))) {
            queue.putBack(tickets.stream().map(Ticket::again).toList(), now);
            return;
        }
        var left = new ArrayList<>(tickets);
        queue.front().forEach(since -> Queue.cover(left, since.share(), now));
        unconfirmed.addAll(left);
        hastened = settled;
    }

    /** What was sent in haste and could be seen by a look that began at {@code begun}, once nothing newer is on its way. */
    List<Ticket> takeUnconfirmed(Instant begun) {
        if (!isIdle() || begun.isBefore(hastened)) {
            return List.of();
        }
        var taken = List.copyOf(unconfirmed);
        unconfirmed.clear();
        return taken;
    }

    /** Takes out what was sent in haste and is too old by now. */
    List<Ticket> expireUnconfirmed(Instant now) {
        var old = unconfirmed.stream().filter(ticket -> ticket.isOver(now)).toList();
        unconfirmed.removeAll(old);
        return old;
    }

    /** Whether nothing waits and nothing is under way. */
    boolean isIdle() {
        return underWay.isEmpty() && queue.isEmpty();
    }

    boolean isEmpty() {
        return isIdle() && unconfirmed.isEmpty();
    }
}
