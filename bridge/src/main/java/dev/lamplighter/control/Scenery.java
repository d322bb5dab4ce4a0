package dev.lamplighter.control;

import dev.lamplighter.light.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The account's scenes: read once the lights are known, now and then afterwards, and when one is wished for that is not known. */
final class Scenery {
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Duration EVERY = Duration.ofMinutes(30);
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(60);
    /** A list that is younger than this is not read again for a scene that it does not have. */
    private static final Duration YOUNG = Duration.ofSeconds(5);

    private final Route route;
    private final Surroundings around;
    private final Announcer announcer;
    private final Runnable read;
    private Map<UUID, Scene> scenes = Map.of();
    private Optional<Instant> asOf = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private boolean reading;
    private boolean resting;
    private int turns;

    /** @param read told when the scenes have been read, or are refused */
    Scenery(Route route, Surroundings around, Announcer announcer, Runnable read) {
        this.route = route;
        this.around = around;
        this.announcer = announcer;
        this.read = read;
    }

    /** How the account is asked. */
    Route route() {
        return route;
    }

    Map<UUID, Scene> known() {
        return scenes;
    }

    /** Whether it is certain enough that there is no such scene. */
    boolean isMissing(UUID scene) {
        return !scenes.containsKey(scene) && asOf.filter(at -> at.plus(YOUNG).isAfter(around.clock().instant()))
                .isPresent();
    }

    /** Why scenes may not be read, if that is so. */
    Optional<String> refusal() {
        return refusal;
    }

    /** Reads the scenes now; after a failure only when it is time to try again, which happens by itself. */
    void refresh() {
        if (!reading && !resting) {
            reading = true;
            read(around.clock().instant());
        }
    }

    private void read(Instant now) {
        var allowed = route.line().nextLook(now);
        if (allowed.isAfter(now)) {
            around.timer().after(Duration.between(now, allowed), () -> read(around.clock().instant()));
            return;
        }
        route.line().departsToLook(now);
        Calls.make(around, () -> route.way().scenes(WITHIN), this::arrive);
    }

    private void arrive(Reply<List<Scene>> reply) {
        var now = around.clock().instant();
        reading = false;
        route.line().arrivesFromLook(reply.allowance());
        switch (reply.outcome()) {
            case Outcome.Done<List<Scene>>(var list) -> {
                take(list);
                asOf = Optional.of(now);
                refusal = Optional.empty();
                again(EVERY);
                read.run();
            }
            case Outcome.Throttled<List<Scene>>(var until) -> {
                route.line().throttled(until, now);
                rest(Duration.between(now, until));
            }
            case Outcome.Unreachable<List<Scene>>(var cause, _) -> {
                route.line().fails(cause, now, around.random());
                rest(Duration.between(now, route.line().restsUntil()));
            }
            case Outcome.Refused<List<Scene>>(var reason) -> {
                refusal = Optional.of(reason);
                rest(AFTER_REFUSAL);
                read.run();
            }
        }
    }

    private void rest(Duration time) {
        resting = true;
        again(time);
    }

    /** Once more, unless they have been read since and it has been said anew when that is. */
    private void again(Duration later) {
        turns++;
        var turn = turns;
        around.timer().after(later, () -> {
            if (turn == turns) {
                resting = false;
                refresh();
            }
        });
    }

    private void take(List<Scene> list) {
        var taken = new TreeMap<UUID, Scene>();
        list.forEach(scene -> taken.put(scene.id(), scene));
        if (!taken.equals(scenes) || asOf.isEmpty()) {
            scenes = taken;
            announcer.scenes(List.copyOf(taken.values()));
        }
    }
}
