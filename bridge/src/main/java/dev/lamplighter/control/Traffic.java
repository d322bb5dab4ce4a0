package dev.lamplighter.control;

import dev.lamplighter.control.Verdict.End;
import dev.lamplighter.control.Way.Meant;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.control.Work.Once;
import dev.lamplighter.control.Work.Paint;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lets what waits in the lanes leave, as soon and in as few requests as can be. Owned by the owner's thread. */
final class Traffic {
    private static final String FULL = "too many commands wait for this light already";
    private static final String NO_WAY = "only the LIFX Cloud can do this, and it does not know this light";

    private final Roads roads;
    private final Ledger ledger;
    private final Announcer announcer;
    private final Surroundings around;
    private final Map<LightId, Lane> lanes = new TreeMap<>();
    /** Those of them that are not empty, or into which what is adrift may come back. */
    private final Map<LightId, Lane> busy = new TreeMap<>();
    private final List<Exit> exits;
    private Instant nextWake = Instant.MAX;

    Traffic(Roads roads, Ledger ledger, Announcer announcer, Surroundings around) {
        this.roads = roads;
        this.ledger = ledger;
        this.announcer = announcer;
        this.around = around;
        this.exits = roads.all().stream().map(road -> new Exit(road, roads, new Journeys(road, ledger, around,
                new Aftermath(road, roads, ledger, announcer, around), this::pump))).toList();
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
        var told = new TreeSet<LightId>();
        for (var meant : meant(once, free, tally, now)) {
            told.addAll(meant.lights());
            var slots = new LinkedHashMap<Lane, Tally.Slot>();
            meant.lights().forEach(light -> slots.put(lane(light), tally.slot(light)));
            var gate = new Gate(meant, once, expires, slots);
            slots.keySet().forEach(lane -> lane.add(gate));
        }
        once.becomes().forEach((light, becomes) -> {
            if (told.contains(light)) {
                ledger.expect(light, becomes);
            }
        });
    }

    /** Lights that are told by the same way are told together. */
    private List<Meant> meant(Once once, Set<LightId> lights, Tally tally, Instant now) {
        if (once.action() instanceof Action.Activate activate) {
            // A scene says itself which lights it means, and must not be activated for one part of them after the other.
            return List.of(new Meant(new Selector.SceneId(activate.scene()), lights, once.zones()));
        }
        var byWay = new EnumMap<Via, Set<LightId>>(Via.class);
        for (var light : lights) {
            roads.to(light, once.action(), now).ifPresentOrElse(
                    road -> byWay.computeIfAbsent(road.via(), _ -> new TreeSet<>()).add(light),
                    () -> tally.slot(light).end(new End.Refused(NO_WAY), now));
        }
        return byWay.entrySet().stream().flatMap(
                some -> new Covering(ledger.lights(some.getKey())).of(some.getValue(), once.zones()).stream()).toList();
    }

    /** What has not left yet, counted once for each light. */
    int waiting() {
        return busy.values().stream().mapToInt(lane -> lane.queue().size()).sum();
    }

    /** The light's lane, into which something is put now. */
    private Lane lane(LightId light) {
        var lane = lanes.computeIfAbsent(light, Lane::new);
        busy.put(light, lane);
        return lane;
    }

    /** Takes in a look by {@code via} that began at {@code begun}: what was sent in haste is confirmed by it, or sent again. */
    void confirm(Via via, Instant begun) {
        var now = around.clock().instant();
        for (var lane : busy.values()) {
            if (!ledger.isSeen(lane.light(), via)) {
                continue;
            }
            for (var ticket : lane.takeUnconfirmed(begun)) {
                confirm(lane, ticket, via, now);
            }
        }
        lanes.values().removeIf(lane -> lane.isEmpty() && ledger.known(lane.light()).isEmpty());
        pump();
    }

    /** What was sent in haste was seen to be in force; or it was not, and is sent again to be sure. */
    private void confirm(Lane lane, Ticket ticket, Via via, Instant now) {
        if (ledger.shows(lane.light(), ticket.share(), via)) {
            // No other way is ever told in haste.
            ticket.slot().end(new End.Spoken(Reach.OK, Via.CLOUD), now);
        } else {
            lane.queue().putBack(List.of(ticket.again()), now);
        }
    }

    /** Sends all that may leave now, and comes back when more may. */
    void pump() {
        var now = around.clock().instant();
        expire(now);
        busy.values().stream().filter(Lane::isIdle).forEach(lane -> ledger.limit(lane.light(), now));
        busy.values().removeIf(lane -> lane.isEmpty() && lane.adrift().isEmpty());
        exits.forEach(exit -> pump(exit, now));
    }

    private void pump(Exit exit, Instant now) {
        for (var departure = exit.departure(busy.values(), now); departure
                .isPresent(); departure = exit.departure(busy.values(), now)) {
            var next = exit.opens(now);
            if (next.isAfter(now)) {
                wakeAt(next, now);
                return;
            }
            departure.get().run();
        }
        exit.next(busy.values(), now).ifPresent(next -> wakeAt(next, now));
    }

    private void expire(Instant now) {
        var gates = new LinkedHashSet<Gate>();
        for (var lane : busy.values()) {
            lane.queue().gates().stream().filter(gate -> !gate.expires().isAfter(now)).forEach(gates::add);
            var unseen = lane.expireUnconfirmed(now);
            var old = lane.queue().expire(now);
            end(unseen, new End.Unreachable("it was sent, but not seen to have arrived"), now);
            end(old, tooLate(roads.to(lane.light(), now)), now);
            if (lane.isEmpty() && !(old.isEmpty() && unseen.isEmpty())) {
                giveUp(lane.light());
            }
        }
        gates.forEach(gate -> expire(gate, now));
    }

    private void expire(Gate gate, Instant now) {
        gate.drop();
        gate.end(tooLate(roads.to(gate.meant().lights(), gate.work().action(), now)), now);
        gate.slots().keySet().stream().filter(Lane::isEmpty).forEach(lane -> giveUp(lane.light()));
    }

    private static void end(Collection<Ticket> tickets, End end, Instant now) {
        tickets.forEach(ticket -> ticket.slot().end(end, now));
    }

    private static End tooLate(Optional<Road> road) {
        return road.flatMap(it -> it.line().trouble()).<End>map(End.Unreachable::new)
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
