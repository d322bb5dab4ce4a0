package dev.lamplighter.control;

import dev.lamplighter.control.Lane.Ticket;
import dev.lamplighter.control.Verdict.End;
import dev.lamplighter.control.Way.Meant;
import dev.lamplighter.control.Way.Part;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what waits in the lanes over a way and takes in what becomes of it. Owned by the owner's thread. */
final class Traffic {
    private static final Logger LOG = LoggerFactory.getLogger(Traffic.class);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);
    private static final Duration SHORTEST_CALL = Duration.ofSeconds(1);

    private final Way way;
    private final Line line;
    private final Ledger ledger;
    private final Announcer announcer;
    private final Surroundings around;
    private final BiConsumer<LightId, Instant> taken;
    private final Map<LightId, Lane> lanes = new TreeMap<>();
    private Instant nextWake = Instant.MAX;

    /** One request under way, and whose wishes it carries. */
    private record Trip(Map<Lane, List<Ticket>> load) {
        List<Part> parts() {
            return load.entrySet().stream().map(lane -> part(lane.getKey().light(), Lane.merged(lane.getValue())))
                    .toList();
        }

        private static Part part(LightId light, Change change) {
            return new Part(new Meant(new Selector.Id(light), Set.of(light), Optional.empty()), change);
        }

        /** No longer than the shortest of the loads is worth waiting for. */
        Duration within(Instant now) {
            var end = load.values().stream()
                    .map(tickets -> tickets.stream().map(Ticket::expires).reduce(Instant.MIN, Traffic::later))
                    .reduce(now.plus(LONGEST_CALL), (one, other) -> one.isBefore(other) ? one : other);
            var left = Duration.between(now, end);
            return left.compareTo(SHORTEST_CALL) < 0 ? SHORTEST_CALL : left;
        }
    }

    /** @param taken told of each light that took a change, and when that will have settled */
    Traffic(Route route, Ledger ledger, Announcer announcer, Surroundings around, BiConsumer<LightId, Instant> taken) {
        this.way = route.way();
        this.line = route.line();
        this.ledger = ledger;
        this.announcer = announcer;
        this.around = around;
        this.taken = taken;
    }

    void add(Map<LightId, Change> plan, Instant expires, Tally tally) {
        var now = around.clock().instant();
        plan.forEach((light, change) -> {
            ledger.expect(light, change);
            lanes.computeIfAbsent(light, Lane::new).add(new Ticket(change, expires, 0, tally), now);
        });
        pump();
        plan.keySet().forEach(announcer::light);
    }

    /** Sends all that may leave now, and comes back when more may. */
    void pump() {
        var now = around.clock().instant();
        expire(now);
        var ready = lanes.values().stream().filter(Lane::isReady).toList();
        for (var from = 0; from < ready.size(); from += Way.MOST_PARTS) {
            var next = line.nextCommand(now);
            if (next.isAfter(now)) {
                wakeAt(next, now);
                return;
            }
            depart(ready.subList(from, Math.min(from + Way.MOST_PARTS, ready.size())), now);
        }
    }

    private void expire(Instant now) {
        for (var lane : lanes.values()) {
            var old = lane.expire(now);
            old.forEach(ticket -> ticket.tally().end(lane.light(), tooLate(), now));
            if (!old.isEmpty() && lane.isIdle()) {
                giveUp(lane.light());
            }
        }
        lanes.values().removeIf(Lane::isIdle);
    }

    private End tooLate() {
        return line.trouble().<End>map(End.Unreachable::new)
                .orElseGet(() -> new End.Expired("it waited longer than its time to live"));
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

    private void depart(List<Lane> leaving, Instant now) {
        var load = new java.util.LinkedHashMap<Lane, List<Ticket>>();
        leaving.forEach(lane -> load.put(lane, lane.take()));
        var trip = new Trip(load);
        var parts = trip.parts();
        var within = trip.within(now);
        line.departs(now);
        around.calls().execute(() -> {
            var reply = call(parts, within);
            around.owner().execute(() -> arrive(trip, reply));
        });
    }

    private Reply<Map<LightId, Reach>> call(List<Part> parts, Duration within) {
        try {
            return way.apply(parts, Way.Haste.CERTAIN, within);
        } catch (RuntimeException bug) {
            // A way never throws for what the far side does. The command still has to end, and the lanes have to move on.
            LOG.error("A fault in Lamplighter kept a command from being sent", bug);
            return Reply.of(new Outcome.Refused<>("a fault in Lamplighter: " + bug.getClass().getSimpleName()));
        }
    }

    private void arrive(Trip trip, Reply<Map<LightId, Reach>> reply) {
        var now = around.clock().instant();
        line.arrives(reply.allowance());
        switch (reply.outcome()) {
            case Outcome.Done<Map<LightId, Reach>>(var reached) -> {
                line.works();
                announcer.works(way.via());
                trip.load.forEach((lane, tickets) -> spoken(lane, tickets,
                        reached.getOrDefault(lane.light(), Reach.TIMED_OUT), now));
            }
            case Outcome.Throttled<Map<LightId, Reach>>(var until) -> {
                line.throttled(until);
                trip.load.forEach((lane, tickets) -> lane.putBack(tickets, now));
            }
            case Outcome.Unreachable<Map<LightId, Reach>>(var cause, _) -> {
                line.fails(cause, now, around.random());
                announcer.fails(way.via(), cause);
                trip.load.forEach((lane, tickets) -> lane.putBack(tickets, now));
            }
            case Outcome.Refused<Map<LightId, Reach>>(var reason) ->
                trip.load.forEach((lane, tickets) -> end(lane, tickets, new End.Refused(reason), now));
        }
        pump();
    }

    private void spoken(Lane lane, List<Ticket> tickets, Reach reach, Instant now) {
        var tries = tickets.stream().mapToInt(Ticket::attempts).max().orElse(0) + 1;
        if (reach == Reach.TIMED_OUT && tries < Retry.MOST_ATTEMPTS) {
            lane.putBack(tickets.stream().map(Ticket::again).toList(), now);
            return;
        }
        end(lane, tickets, new End.Spoken(reach, way.via()), now);
    }

    private void end(Lane lane, Collection<Ticket> tickets, End end, Instant now) {
        lane.free();
        if (lane.isIdle()) {
            if (end instanceof End.Spoken(var reach, _) && reach == Reach.OK) {
                settle(lane.light(), Lane.merged(List.copyOf(tickets)), now);
            } else {
                giveUp(lane.light());
            }
        }
        tickets.forEach(ticket -> ticket.tally().end(lane.light(), end, now));
    }

    private void settle(LightId light, Change change, Instant now) {
        var settled = later(now, now.plus(change.fade().time())).plus(Ledger.SETTLING);
        ledger.settle(light, now, settled);
        taken.accept(light, settled);
    }

    private void giveUp(LightId light) {
        ledger.withdraw(light);
        announcer.light(light);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
