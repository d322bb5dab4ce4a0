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
    private final Aftermath aftermath;
    private final Ledger ledger;
    private final Surroundings around;

    Arrivals(Aftermath aftermath, Ledger ledger, Surroundings around) {
        this.aftermath = aftermath;
        this.ledger = ledger;
        this.around = around;
    }

    void arrive(Load load, Haste haste, Reply<Map<LightId, Reach>> reply) {
        var now = around.clock().instant();
        aftermath.learn(reply, now);
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
        load.tickets().forEach((lane, tickets) -> sayAgain(lane,
                lane.adrift().landed(load, Retry.mayHaveHadEffect(reply.outcome()) ? tickets : List.of(), now), now));
    }

    /** A late request may have been carried out after newer ones. */
    private void sayAgain(Lane lane, List<Ticket> undone, Instant now) {
        if (undone.isEmpty()) {
            return;
        }
        if (lane.isIdle()) {
            // Otherwise what is expected already is newer.
            undone.forEach(ticket -> ledger.expect(lane.light(), state -> Ledger.after(state, ticket.share())));
        }
        lane.queue().putBack(undone.stream()
                .map(ticket -> new Ticket(ticket.share(), ticket.expires(), 1, Tally.unheard(lane.light()))).toList(),
                now);
        aftermath.tell(lane.light());
    }

    /** What hangs goes back to its lanes to leave once more. Says whether anything did. */
    boolean overdue(Load load, Instant now) {
        var back = release(load, now);
        back.forEach(lane -> {
            lane.adrift().add(load);
            aftermath.doubt(lane.light(), now);
        });
        return !back.isEmpty();
    }

    /** What was not taken goes back to its lanes, unless it has been there since it was overdue. */
    private static List<Lane> release(Load load, Instant now) {
        var back = load.tickets().keySet().stream().filter(lane -> lane.free(load)).toList();
        back.forEach(lane -> lane.queue().putBack(load.of(lane), now));
        return back;
    }

    private void hastened(Load load, Lane lane, Instant now) {
        if (lane.free(load)) {
            var tickets = load.of(lane);
            lane.sentInHaste(tickets, now, now.plus(longest(tickets)));
            aftermath.hastened(lane.light(), longest(tickets), now);
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
        if (reach != Reach.OK) {
            aftermath.doubt(lane.light(), now);
        }
        var isBetter = reach != Reach.OK && aftermath.hasOther(lane.light(), now);
        if (Retry.mayFollow(isBetter ? Reach.TIMED_OUT : reach, Sort.ABSOLUTE, tries)) {
            lane.rest(isBetter ? now : now.plus(Retry.after(tries, around.random())));
            lane.queue().putBack(tickets.stream().map(Ticket::again).toList(), now);
        } else {
            end(lane, tickets, aftermath.spoken(reach), now);
        }
    }

    private void end(Lane lane, Collection<Ticket> tickets, End end, Instant now) {
        tickets.forEach(ticket -> ticket.slot().end(end, now));
        // An answer after all may leave nothing of what was to be sent again.
        lane.queue().purge();
        if (lane.isIdle()) {
            aftermath.changed(lane.light(), end, longest(tickets), now);
        }
    }

    private static Duration longest(Collection<Ticket> tickets) {
        return tickets.stream().map(ticket -> ticket.share().change().fade().time()).max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
