package dev.lamplighter.control;

import dev.lamplighter.control.Ledger.Course;
import dev.lamplighter.control.Verdict.End;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.LightId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What a request that has come back tells of its way and its lights. Owned by the owner's thread. */
final class Aftermath {
    /** After its transition a light has to be seen this soon; LIFX's own picture of it may lag. */
    private static final Duration SEEN = Duration.ofSeconds(1);
    /** A wave may hide for so long what a light shows otherwise. */
    private static final Duration LONGEST_WAVE = Duration.ofMinutes(10);

    /** So long another way is better for a light that did not take what it was told. */
    private static final Duration DOUBT = Duration.ofSeconds(15);

    private final Road road;
    private final Roads roads;
    private final Ledger ledger;
    private final Announcer announcer;
    private final Surroundings around;

    Aftermath(Road road, Roads roads, Ledger ledger, Announcer announcer, Surroundings around) {
        this.road = road;
        this.roads = roads;
        this.ledger = ledger;
        this.announcer = announcer;
        this.around = around;
    }

    /** The light did not take what it was told this way. */
    void doubt(LightId light, Instant now) {
        ledger.doubt(light, road.via(), now.plus(DOUBT));
    }

    /** Whether the light can be told by another way at once. */
    boolean hasOther(LightId light, Instant now) {
        return roads.hasOther(light, road.via(), now);
    }

    /** Something else is expected of the light. */
    void tell(LightId light) {
        announcer.light(light);
    }

    End.Spoken spoken(Reach reach) {
        return new End.Spoken(reach, road.via());
    }

    void learn(Reply<Map<LightId, Reach>> reply, Instant now) {
        road.line().arrives(reply.allowance());
        switch (reply.outcome()) {
            case Outcome.Done<Map<LightId, Reach>> _ -> {
                road.line().works();
                announcer.works(road.via());
            }
            case Outcome.Throttled<Map<LightId, Reach>>(var until) -> road.line().throttled(until, now);
            case Outcome.Unreachable<Map<LightId, Reach>>(var cause, _) -> {
                road.line().fails(cause, now, around.random());
                announcer.fails(road.via(), cause);
            }
            case Outcome.Refused<Map<LightId, Reach>> _ -> {
            }
        }
    }

    /** The light was told a change that takes {@code fade}, and answers for it. */
    void changed(LightId light, End end, Duration fade, Instant now) {
        if (isTaken(light, end, now)) {
            await(light, Course.STRAIGHT, fade, now);
        }
    }

    /** The light was told to do something that takes {@code lasts}. */
    void done(LightId light, End end, Duration lasts, Instant now) {
        if (isTaken(light, end, now)) {
            await(light, Course.WILD, lasts.compareTo(LONGEST_WAVE) > 0 ? LONGEST_WAVE : lasts, now);
        }
    }

    /** Nobody answered for it: only a look can tell. */
    void hastened(LightId light, Duration fade, Instant now) {
        await(light, Course.STRAIGHT, fade, now);
    }

    private void await(LightId light, Course course, Duration lasts, Instant now) {
        var settled = now.plus(lasts);
        ledger.settle(light, course, now, settled.plus(Ledger.SETTLING));
        road.follower().lookAt(settled.plus(SEEN));
    }

    /** Whether the light took it; what is expected of one that did not is withdrawn. */
    private boolean isTaken(LightId light, End end, Instant now) {
        road.follower().stirred(now);
        if (end instanceof End.Spoken(var reach, _) && reach == Reach.OK) {
            return true;
        }
        if (end instanceof End.Spoken(var reach, _) && reach == Reach.OFFLINE) {
            ledger.unreachable(light, road.via());
        }
        ledger.withdraw(light);
        announcer.light(light);
        road.follower().lookAt(now.plus(SEEN));
        return false;
    }
}
