package dev.lamplighter.control;

import dev.lamplighter.light.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The account's scenes: read once the lights are known, now and then afterwards, and when one is wished for that is not known. */
final class Scenery {
    private static final Logger LOG = LoggerFactory.getLogger(Scenery.class);
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Duration EVERY = Duration.ofMinutes(30);
    /** A list that is younger than this is not read again for a scene that it does not have. */
    private static final Duration YOUNG = Duration.ofSeconds(5);

    private final Route route;
    private final Surroundings around;
    private final Announcer announcer;
    private final Runnable read;
    private Map<UUID, Scene> scenes = Map.of();
    private Optional<Instant> asOf = Optional.empty();
    private boolean reading;

    /** @param read told when the scenes have been read, or could not be */
    Scenery(Route route, Surroundings around, Announcer announcer, Runnable read) {
        this.route = route;
        this.around = around;
        this.announcer = announcer;
        this.read = read;
    }

    Map<UUID, Scene> known() {
        return scenes;
    }

    /** Whether it is certain enough that there is no such scene. */
    boolean isMissing(UUID scene) {
        return !scenes.containsKey(scene) && asOf.filter(at -> at.plus(YOUNG).isAfter(around.clock().instant()))
                .isPresent();
    }

    void refresh() {
        if (reading) {
            return;
        }
        reading = true;
        read(around.clock().instant());
    }

    private void read(Instant now) {
        var allowed = route.line().nextLook(now);
        if (allowed.isAfter(now)) {
            around.timer().after(Duration.between(now, allowed), () -> read(around.clock().instant()));
            return;
        }
        route.line().departsToLook(now);
        around.calls().execute(() -> {
            var reply = call();
            around.owner().execute(() -> arrive(reply, now));
        });
    }

    private Reply<List<Scene>> call() {
        try {
            return route.way().scenes(WITHIN);
        } catch (RuntimeException bug) {
            LOG.error("A fault in Lamplighter kept the scenes from being read", bug);
            return Reply.of(new Outcome.Unreachable<>("a fault in Lamplighter: " + bug.getClass().getSimpleName()));
        }
    }

    private void arrive(Reply<List<Scene>> reply, Instant begun) {
        var now = around.clock().instant();
        reading = false;
        route.line().arrivesFromLook(reply.allowance());
        switch (reply.outcome()) {
            case Outcome.Done<List<Scene>>(var list) -> {
                take(list);
                asOf = Optional.of(begun);
                again(EVERY);
            }
            case Outcome.Throttled<List<Scene>>(var until) -> {
                route.line().throttled(until, now);
                again(Duration.between(now, until));
            }
            case Outcome.Unreachable<List<Scene>>(var cause, _) -> {
                route.line().fails(cause, now, around.random());
                again(Duration.between(now, route.line().restsUntil()));
            }
            case Outcome.Refused<List<Scene>> _ -> again(EVERY);
        }
        read.run();
    }

    private void again(Duration later) {
        around.timer().after(later, this::refresh);
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
