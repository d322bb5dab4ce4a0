package dev.lamplighter.simulator;

import java.time.Duration;
import java.util.Optional;

/** Reads a request that starts or stops disinfection; lights that cannot do it stay as they are. */
final class CleanAction {
    /** How long a light cleans when it is not told: LIFX's two hours. */
    private static final Duration STANDARD = Duration.ofHours(2);

    private CleanAction() {}

    static Action read(LightSelector selector, Fields fields) {
        var stops = fields.flag("stop", false);
        var length = fields.duration().filter(it -> !it.isZero()).orElse(STANDARD);
        fields.refuseProblems();
        return turn -> {
            var cleaning = Optional.of(new Course.Cleaning(turn.now(), turn.now().plus(length))).filter(_ -> !stops);
            return Results.reply(Results.of(turn, turn.require(selector), (light, _) -> cleaned(light, cleaning)),
                    fields.unknown(), false);
        };
    }

    private static SimulatedLight cleaned(SimulatedLight light, Optional<Course.Cleaning> cleaning) {
        return light.model().product().hev() ? light.with(light.course().withCleaning(cleaning)) : light;
    }
}
