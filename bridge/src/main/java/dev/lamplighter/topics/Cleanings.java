package dev.lamplighter.topics;

import dev.lamplighter.control.Order;
import dev.lamplighter.control.Result;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.Action.Clean;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.LightId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which lights clean, and until when, by the orders they took: LIFX's list of lights does not tell. Owned by the owner's thread. */
final class Cleanings {
    /** LIFX's own default, for lights that were not told how long. */
    static final Duration OWN_TIME = Duration.ofHours(2);

    private record Run(Clean clean, Instant end) {
        Cleaning at(Instant now) {
            var isOver = clean.stop() || !now.isBefore(end);
            return isOver ? Cleaning.OVER : new Cleaning(true, clean.seconds().map(_ -> end));
        }
    }

    /** The lights that an order made begin or stop, and for how long. */
    record Begun(List<LightId> lights, Duration lasts) {}

    private final Map<LightId, Run> runs = new HashMap<>();

    /** Empty for an order of another kind. */
    Optional<Begun> done(Order order, Result result, Instant now) {
        if (!(order.command() instanceof Perform(_, Clean clean))) {
            return Optional.empty();
        }
        var lasts = clean.stop() ? Duration.ZERO : clean.seconds().map(Duration::ofSeconds).orElse(OWN_TIME);
        var lights = result.lights().entrySet().stream().filter(light -> light.getValue() == Reach.OK)
                .map(Map.Entry::getKey).toList();
        lights.forEach(light -> runs.put(light, new Run(clean, now.plus(lasts))));
        return Optional.of(new Begun(lights, lasts));
    }

    /** What is known of {@code light}; empty when nothing is. */
    Optional<Cleaning> of(LightId light, Instant now) {
        return Optional.ofNullable(runs.get(light)).map(run -> run.at(now));
    }

    void forget(LightId light) {
        runs.remove(light);
    }
}
