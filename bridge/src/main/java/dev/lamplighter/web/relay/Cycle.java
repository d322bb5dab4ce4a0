package dev.lamplighter.web.relay;

import dev.lamplighter.light.Color;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightState;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Leads a light to the state after the one it is in, or to the first where it is in none. */
record Cycle(List<Wish> states, boolean backward) {
    static final int LEAST = 2;
    static final int MOST = 10;
    /** How far a light may be off what it was told; wires round, and the cloud cuts off. */
    private static final double NEAR = 0.005;
    private static final double NEAR_DEGREES = 1;
    private static final int NEAR_KELVIN = 25;

    Change on(LightState state) {
        var step = backward ? -1 : 1;
        return IntStream.range(0, states.size()).filter(index -> isIn(state, states.get(index).on(state))).boxed()
                .findFirst().map(index -> states.get(Math.floorMod(index + step, states.size())))
                .orElse(states.getFirst()).on(state);
    }

    private static boolean isIn(LightState state, Change wished) {
        return wished.power().filter(power -> power != state.power()).isEmpty()
                && wished.level().filter(level -> !near(level, state.level())).isEmpty()
                && wished.color().filter(color -> !near(color, state.color())).isEmpty()
                && isIn(state.infrared(), wished.infrared());
    }

    /** Where there is no infrared, none is wished. */
    private static boolean isIn(Optional<Level> infrared, Optional<Level> wished) {
        return infrared.isEmpty() || wished.filter(level -> !near(level, infrared.get())).isEmpty();
    }

    private static boolean near(Level one, Level other) {
        return Math.abs(one.fraction() - other.fraction()) < NEAR;
    }

    private static boolean near(Color one, Color other) {
        return switch (one) {
            case Color.White(var kelvin) ->
                other instanceof Color.White(var shown) && Math.abs(kelvin - shown) < NEAR_KELVIN;
            case Color.Hue(var degrees, var strength) -> other instanceof Color.Hue(var shown, var shownStrength)
                    && Math.abs(strength - shownStrength) < NEAR
                    && Math.abs(Math.IEEEremainder(degrees - shown, 360)) < NEAR_DEGREES;
        };
    }
}
