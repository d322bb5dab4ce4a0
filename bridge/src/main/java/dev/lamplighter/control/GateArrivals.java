package dev.lamplighter.control;

import dev.lamplighter.control.Retry.Sort;
import dev.lamplighter.control.Verdict.End;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.LightId;
import java.time.InstantSource;
import java.util.Map;

/** Decides what becomes of things done once whose request has come back. Owned by the owner's thread. */
final class GateArrivals {
    private static final String NOT_REPEATED = "; whether it was carried out is not known, and it is not repeated";

    private final Aftermath aftermath;
    private final InstantSource clock;

    GateArrivals(Aftermath aftermath, InstantSource clock) {
        this.aftermath = aftermath;
        this.clock = clock;
    }

    void arrive(Gate gate, Reply<Map<LightId, Reach>> reply) {
        var now = clock.instant();
        aftermath.learn(reply, now);
        if (Retry.mayFollow(reply.outcome(), Sort.ONCE)) {
            gate.putBack();
            return;
        }
        gate.slots().forEach((lane, slot) -> {
            var end = end(reply.outcome(), lane.light());
            lane.free(gate);
            if (lane.isIdle()) {
                aftermath.done(lane.light(), end, gate.work().lasts(), now);
            }
            slot.end(end, now);
        });
    }

    private End end(Outcome<Map<LightId, Reach>> outcome, LightId light) {
        return switch (outcome) {
            case Outcome.Done<Map<LightId, Reach>>(var reached) ->
                aftermath.spoken(reached.getOrDefault(light, Reach.TIMED_OUT));
            case Outcome.Refused<Map<LightId, Reach>>(var reason) -> new End.Refused(reason);
            case Outcome.Unreachable<Map<LightId, Reach>>(var cause, _) -> new End.Unreachable(cause + NOT_REPEATED);
            case Outcome.Throttled<Map<LightId, Reach>> _ -> new End.Unreachable("the far side has had enough");
        };
    }
}
