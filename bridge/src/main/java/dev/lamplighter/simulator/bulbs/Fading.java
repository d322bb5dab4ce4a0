package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.light.Power;
import dev.lamplighter.simulator.Course;
import dev.lamplighter.simulator.SimulatedLight;
import dev.lamplighter.simulator.SimulatedLight.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Changes of a light that take their time, or leave one that is under way as it is. */
final class Fading {
    private Fading() {}

    /** From what it shows now. */
    static SimulatedLight to(SimulatedLight light, Look look, Duration over, Instant now) {
        var changed = light.with(look);
        return over.isZero() ? changed : changed.fadingFrom(light.at(now).look(), now, over);
    }

    /** Power of its own does not hurry colours that are on their way. */
    static SimulatedLight power(SimulatedLight light, Power power, Duration over, Instant now) {
        return over.isZero()
                ? beside(light, light.look().with(power), power)
                : to(light, light.look().with(power), over, now);
    }

    /** What comes at once, whatever is on its way. */
    static SimulatedLight infrared(SimulatedLight light, int most) {
        return light.with(light.look().withInfrared(most)).with(light.course());
    }

    private static SimulatedLight beside(SimulatedLight light, Look look, Power power) {
        Optional<Course.Fade> fade = light.course().fade()
                .map(it -> new Course.Fade(it.from().with(power), it.start(), it.end()));
        return light.with(look).with(light.course().withFade(fade));
    }
}
