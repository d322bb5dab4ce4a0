package dev.lamplighter.app;

import dev.lamplighter.light.Color;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightState;
import dev.lamplighter.simulator.Hsbk;
import dev.lamplighter.simulator.SimulatedLight.Look;
import java.util.Locale;
import java.util.Optional;

/** Compares what a simulated light shows with what is wished or known of it, LIFX's rounding left aside. */
final class Looks {
    private static final double PALE = 0.005;

    private Looks() {}

    /** Whether {@code look} is what {@code change} wishes, where it wishes anything. */
    static boolean shows(Look look, Change change) {
        return change.power().filter(power -> power != look.power()).isEmpty()
                && change.level().filter(level -> !isNear(level, look)).isEmpty()
                && change.color().filter(color -> !isNear(color, look.color())).isEmpty();
    }

    static boolean alike(Look look, LightState state) {
        var whole = new Change(Optional.of(state.power()), Optional.of(state.level()), Optional.of(state.color()),
                Optional.empty(), Fade.NONE);
        return shows(look, whole)
                && look.effect().toLowerCase(Locale.ROOT).equals(state.effect().orElse("off"));
    }

    private static boolean isNear(Level level, Look look) {
        return Math.abs(level.fraction() - look.color().bright()) < 0.003;
    }

    private static boolean isNear(Color color, Hsbk shown) {
        return switch (color) {
            case Color.White(var kelvin) -> shown.saturated() < PALE && Math.abs(kelvin - shown.kelvin()) <= 10;
            case Color.Hue(var degrees, var saturation) -> {
                var apart = Math.abs(degrees - shown.degrees());
                yield Math.min(apart, 360 - apart) < 0.5 && Math.abs(saturation - shown.saturated()) < 0.006;
            }
        };
    }
}
