package dev.lamplighter.control;

import dev.lamplighter.control.Verdict.End;
import dev.lamplighter.control.Way.Meant;
import dev.lamplighter.control.Work.Once;
import dev.lamplighter.control.Work.Paint;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Lets what waits in the lanes leave, as soon and in as few requests as can be. Owned by the owner's thread. */
final class Traffic {
    private static final String FULL = "too many commands wait for this light already";

    private final Line line;
    private final Ledger ledger;
    private final Announcer announcer;
    private final Surroundings around;
    private final Journeys journeys;
    private final Map<LightId, Lane> lanes = new TreeMap<>();
    private Instant nextWake = Instant.MAX;
    private boolean gateLast = true;

    Traffic(Route route, Ledger ledger, Announcer announcer, Surroundings around, Follower follower) {
        this.line = route.line();
        this.ledger = ledger;
        this.announcer = announcer;
        this.around = around;
        var aftermath = new Aftermath(route, ledger, announcer, around, follower);
        this.journeys = new Journeys(route, around, new Arrivals(aftermath, ledger, announcer, around),
                new GateArrivals(aftermath, around.clock()), this::pump);
    }

    /** Takes on all that is to be done; {@code tally} hears of each part of it. */
    void add(Work work, Instant expires, Tally tally) {
        var now = around.clock().instant();
        work.impossible().forEach((light, why) -> tally.slot(light).end(new End.Refused(why), now));
        work.leftOut().forEach((light, why) -> tally.slot(light).end(new End.Refused(why), now));
        for (var stage : work.stages()) {
            switch (stage) {
                case Paint paint -> add(paint, expires, tally, now);
                case Once once -> add(once, expires, tally, now);
            }
        }
        tally.close(now);
        pump();
        work.stages().stream().flatMap(stage -> stage.lights().stream()).distinct().forEach(announcer::light);
    }

    private void add(Paint paint, Instant expires, Tally tally, Instant now) {
        paint.shares().forEach((light, share) -> {
            var slot = tally.slot(light);
            var lane = lane(light);
            if (lane.isFull()) {
                slot.end(new End.Refused(FULL), now);
            } else {
                ledger.expect(light, state -> Ledger.after(state, share));
                lane.add(new Ticket(share, expires, 0, slot), now);
            }
        });
    }

    private void add(Once once, Instant expires, Tally tally, Instant now) {
        var full = new TreeSet<LightId>();
        once.lights().stream().filter(light -> lane(light).isFull()).forEach(full::add);
        full.forEach(light -> tally.slot(light).end(new End.Refused(FULL), now));
        var free = new TreeSet<>(once.lights());
        free.removeAll(full);
        if (free.isEmpty()) {
            return;
        }
        for (var meant : meant(once, free)) {
            var slots = new LinkedHashMap<Lane, Tally.Slot>();
            meant.lights().forEach(light -> slots.put(lane(light), tally.slot(light)));
            var gate = new Gate(meant, once, expires, slots);
            slots.keySet().forEach(lane -> lane.add(gate));
        }
        once.becomes().forEach((light, becomes) -> {
            if (free.contains(light)) {
                ledger.expect(light, becomes);
            }
        });
    }

    /** A scene says itself which lights it means, and must not be activated for one part of them after the other. */
    private List<Meant> meant(Once once, Set<LightId> lights) {
        return once.action() instanceof Action.Activate activate
                ? List.of(new Meant(new Selector.SceneId(activate.scene()), lights, once.zones()))
                : new Covering(ledger.lights()).of(lights, once.zones());
    }

    /** What has not left yet, counted once for each light. */
    int waiting() {
        return lanes.values().stream().mapToInt(lane -> lane.queue().size()).sum();
    }

    private Lane lane(LightId light) {
        return lanes.computeIfAbsent(light, Lane::new);
    }

    /** Takes in a look that began at {@code begun}: what was sent in haste is confirmed by it, or sent again. */
    void confirm(Instant begun) {
        var now = around.clock().instant();
        for (var lane : lanes.values()) {
            for (var ticket : lane.takeUnconfirmed(begun)) {
                journeys.confirm(lane, ticket, ledger.shows(lane.light(), ticket.share()), now);
            }
        }
        lanes.values().removeIf(lane -> lane.isEmpty() && ledger.known(lane.light()).isEmpty());
        pump();
    }

    /** Sends all that may leave now, and comes back when more may. */
    void pump() {
        var now = around.clock().instant();
        expire(now);
        lanes.values().stream().filter(Lane::isIdle).forEach(lane -> ledger.limit(lane.light(), now));
        for (var departure = departure(now); departure.isPresent(); departure = departure(now)) {
            var next = line.nextCommand(now);
            if (next.isAfter(now)) {
                wakeAt(next, now);
                return;
            }
            departure.get().run();
        }
        lanes.values().stream().flatMap(lane -> lane.ready().stream()).min(Comparator.naturalOrder())
                .ifPresent(next -> wakeAt(next, now));
    }

    /** Wishes and gates take turns, so that neither waits for the other for ever. */
    private Optional<Runnable> departure(Instant now) {
        var wishes = wishes(now);
        var gate = gate();
        if (gate.isPresent() && (wishes.isEmpty() || !gateLast)) {
            return Optional.of(() -> {
                gateLast = true;
                journeys.depart(gate.get(), now);
            });
        }
        return wishes.isEmpty() ? Optional.empty() : Optional.of(() -> {
            gateLast = false;
            journeys.depart(wishes, new Covering(ledger.lights()), ledger, now);
        });
    }

    private List<Lane> wishes(Instant now) {
        var ready = inTurn().filter(lane -> lane.ready().filter(at -> !at.isAfter(now)).isPresent())
                .toList();
        return ready.isEmpty() ? ready : Load.first(ready);
    }

    private Optional<Gate> gate() {
        return inTurn().flatMap(lane -> lane.queue().gate().stream()).filter(Gate::isReady).findFirst();
    }

    /** Those that have waited longest first: where not all can leave, none is left behind for ever. */
    private Stream<Lane> inTurn() {
        return lanes.values().stream().sorted(Comparator.comparing(Lane::departed));
    }

    private void expire(Instant now) {
        var gates = new LinkedHashSet<Gate>();
        for (var lane : lanes.values()) {
            lane.queue().gates().stream().filter(gate -> !gate.expires().isAfter(now)).forEach(gates::add);
            var unseen = lane.expireUnconfirmed(now);
            var old = lane.queue().expire(now);
            end(unseen, new End.Unreachable("it was sent, but not seen to have arrived"), now);
            end(old, tooLate(), now);
            if (lane.isEmpty() && !(old.isEmpty() && unseen.isEmpty())) {
                giveUp(lane.light());
            }
        }
        gates.forEach(gate -> expire(gate, now));
    }

    private void expire(Gate gate, Instant now) {
        gate.drop();
        gate.end(tooLate(), now);
        gate.slots().keySet().stream().filter(Lane::isEmpty).forEach(lane -> giveUp(lane.light()));
    }

    private static void end(Collection<Ticket> tickets, End end, Instant now) {
        tickets.forEach(ticket -> ticket.slot().end(end, now));
    }

    private End tooLate() {
        return line.trouble().<End>map(End.Unreachable::new)
                .orElseGet(() -> new End.Expired("it waited longer than its time to live"));
    }

    private void giveUp(LightId light) {
        ledger.withdraw(light);
        announcer.light(light);
    }

    private void wakeAt(Instant next, Instant now) {
        if (next.isBefore(nextWake)) {
            nextWake = next;
            around.timer().after(Duration.between(now, next), () -> {
                nextWake = Instant.MAX;
                pump();
            });
        }
    }
}
