package dev.lamplighter.control;

import dev.lamplighter.control.Retry.Sort;
import dev.lamplighter.control.Verdict.End;
import dev.lamplighter.control.Way.Haste;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.LightId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Decides what becomes of wishes whose request has come back. Owned by the owner's thread. */
final class Arrivals {
    /** After its transition a light has to be seen this soon; LIFX's own picture of it may lag. */
    private static final Duration SEEN = Duration.ofSeconds(1);
    private static final String NOT_REPEATED = "; whether it was carried out is not known, and it is not repeated";

    private final Via via;
    private final Line line;
    private final Ledger ledger;
    private final Announcer announcer;
    private final Surroundings around;
    private final Follower follower;

    Arrivals(Route route, Ledger ledger, Announcer announcer, Surroundings around, Follower follower) {
        this.via = route.way().via();
        this.line = route.line();
        this.ledger = ledger;
        this.announcer = announcer;
        this.around = around;
        this.follower = follower;
    }

    void arrive(Load load, Haste haste, Reply<Map<LightId, Reach>> reply) {
        var now = around.clock().instant();
        learn(reply, now);
        switch (reply.outcome()) {
            case Outcome.Done<Map<LightId, Reach>>(var reached) -> load.tickets().forEach((lane, tickets) -> {
                var reach = reached.getOrDefault(lane.light(), haste == Haste.FAST ? Reach.OK : Reach.TIMED_OUT);
                if (haste == Haste.FAST && reach == Reach.OK) {
                    hastened(load, lane, now);
                } else {
                    spoken(load, lane, reach, now);
                }
            });
            case Outcome.Refused<Map<LightId, Reach>>(var reason) -> load.tickets().forEach((lane, tickets) -> {
                if (lane.free(load)) {
                    end(lane, tickets, new End.Refused(reason), now);
                }
            });
            case Outcome.Throttled<Map<LightId, Reach>> _,Outcome.Unreachable<Map<LightId, Reach>> _ ->
                release(load, now);
        }
    }

    private void learn(Reply<Map<LightId, Reach>> reply, Instant now) {
        line.arrives(reply.allowance());
        switch (reply.outcome()) {
            case Outcome.Done<Map<LightId, Reach>> _ -> {
                line.works();
                announcer.works(via);
            }
            case Outcome.Throttled<Map<LightId, Reach>>(var until) -> line.throttled(until, now);
            case Outcome.Unreachable<Map<LightId, Reach>>(var cause, _) -> {
                line.fails(cause, now, around.random());
                announcer.fails(via, cause);
            }
            case Outcome.Refused<Map<LightId, Reach>> _ -> {
            }
        }
    }

    /** What was not taken goes back to its lanes, unless it has been there since it was overdue. Says whether anything did. */
    boolean release(Load load, Instant now) {
        var any = false;
        for (var entry : load.tickets().entrySet()) {
            if (entry.getKey().free(load)) {
                entry.getKey().queue().putBack(entry.getValue(), now);
                any = true;
            }
        }
        return any;
    }

    private void hastened(Load load, Lane lane, Instant now) {
        if (lane.free(load)) {
            var tickets = load.of(lane);
            var settled = now.plus(longest(tickets));
            lane.sentInHaste(tickets, now, settled);
            ledger.settle(lane.light(), now, settled.plus(Ledger.SETTLING));
            follower.lookAt(settled.plus(SEEN));
        }
    }

    /** An answer that comes after its request was overdue counts only when it is good: the wish is on its way again. */
    private void spoken(Load load, Lane lane, Reach reach, Instant now) {
        var tickets = load.of(lane);
        var waited = lane.free(load);
        var tries = tickets.stream().mapToInt(Ticket::attempts).max().orElse(0) + 1;
        if (!waited && reach != Reach.OK) {
            return;
        }
        if (Retry.mayFollow(reach, Sort.ABSOLUTE, tries)) {
            lane.rest(now.plus(Retry.after(tries, around.random())));
            lane.queue().putBack(tickets.stream().map(Ticket::again).toList(), now);
        } else {
            end(lane, tickets, new End.Spoken(reach, via), now);
        }
    }

    /** What was sent in haste was seen to be in force; or it was not, and is sent again to be sure. */
    void confirm(Lane lane, Ticket ticket, boolean seen, Instant now) {
        if (seen) {
            ticket.slot().end(new End.Spoken(Reach.OK, via), now);
        } else {
            lane.queue().putBack(List.of(ticket.again()), now);
        }
    }

    private void end(Lane lane, Collection<Ticket> tickets, End end, Instant now) {
        tickets.forEach(ticket -> ticket.slot().end(end, now));
        // An answer after all may leave nothing of what was to be sent again.
        lane.queue().purge();
        if (lane.isIdle()) {
            settle(lane.light(), end, longest(tickets), now);
        }
    }

    private static Duration longest(Collection<Ticket> tickets) {
        return tickets.stream().map(ticket -> ticket.share().change().fade().time()).max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    void arrive(Gate gate, Reply<Map<LightId, Reach>> reply) {
        var now = around.clock().instant();
        learn(reply, now);
        if (Retry.mayFollow(reply.outcome(), Sort.ONCE)) {
            gate.putBack();
            return;
        }
        gate.slots().forEach((lane, slot) -> {
            var end = end(reply.outcome(), lane.light());
            lane.free(gate);
            if (lane.isIdle()) {
                settle(lane.light(), end, gate.work().lasts(), now);
            }
            slot.end(end, now);
        });
    }

    private End end(Outcome<Map<LightId, Reach>> outcome, LightId light) {
        return switch (outcome) {
            case Outcome.Done<Map<LightId, Reach>>(var reached) ->
                new End.Spoken(reached.getOrDefault(light, Reach.TIMED_OUT), via);
            case Outcome.Refused<Map<LightId, Reach>>(var reason) -> new End.Refused(reason);
            case Outcome.Unreachable<Map<LightId, Reach>>(var cause, _) -> new End.Unreachable(cause + NOT_REPEATED);
            case Outcome.Throttled<Map<LightId, Reach>> _ -> new End.Unreachable("the far side has had enough");
        };
    }

    private void settle(LightId light, End end, Duration lasts, Instant now) {
        follower.stirred(now);
        if (end instanceof End.Spoken(var reach, _) && reach == Reach.OK) {
            var settled = now.plus(lasts);
            ledger.settle(light, now, settled.plus(Ledger.SETTLING));
            follower.lookAt(settled.plus(SEEN));
            return;
        }
        if (end instanceof End.Spoken(var reach, _) && reach == Reach.OFFLINE) {
            ledger.unreachable(light);
        }
        ledger.withdraw(light);
        announcer.light(light);
        follower.lookAt(now.plus(SEEN));
    }
}
