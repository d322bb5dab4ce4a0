package dev.lamplighter.simulator;

import dev.lamplighter.light.Power;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * What a request makes of the lights it selects.
 *
 * @param infrared from and to 0 to 65535; asked only of lights that have it
 * @param over how long the transition takes
 */
record LightChange(Optional<Power> power, UnaryOperator<Hsbk> color, IntUnaryOperator infrared, Duration over) {
    /** How long LIFX takes over a transition when it is not told. */
    static final Duration STANDARD = Duration.ofSeconds(1);

    static LightChange to(Power power) {
        return new LightChange(Optional.of(power), UnaryOperator.identity(), IntUnaryOperator.identity(), STANDARD);
    }

    /** Absolute values; brightness of its own goes over that of the colour. */
    static LightChange to(Optional<Power> power, Optional<ColorString> color, OptionalDouble brightness,
            OptionalDouble infrared) {
        return new LightChange(power, before -> {
            var after = color.map(string -> string.on(before)).orElse(before);
            return brightness.isPresent() ? after.withBrightness(brightness.getAsDouble()) : after;
        }, before -> infrared.isPresent() ? Hsbk.units(infrared.getAsDouble()) : before, STANDARD);
    }

    LightChange over(Optional<Duration> time) {
        return new LightChange(power, color, infrared, time.orElse(over));
    }

    /** @param zones the zones meant, empty for the whole light; a light without zones is always meant whole */
    SimulatedLight on(SimulatedLight light, Set<Integer> zones) {
        var look = light.look();
        var painted = zones.isEmpty() || !light.model().product().multizone() ? whole(light) : partly(light, zones);
        painted = power.map(painted::with).orElse(painted);
        return light.with(light.model().product().infrared()
                ? painted.withInfrared(infrared.applyAsInt(look.infrared()))
                : painted);
    }

    private SimulatedLight.Look whole(SimulatedLight light) {
        var look = light.look();
        return look.withColorAlone(shown(light, look.color()))
                .withZones(look.zones().stream().map(zone -> shown(light, zone)).toList());
    }

    private SimulatedLight.Look partly(SimulatedLight light, Set<Integer> zones) {
        var painted = new ArrayList<>(light.look().zones());
        zones.stream().filter(zone -> zone < painted.size())
                .forEach(zone -> painted.set(zone, shown(light, painted.get(zone))));
        return light.look().withZones(painted);
    }

    private Hsbk shown(SimulatedLight light, Hsbk before) {
        return light.model().shown(color.apply(before));
    }
}
