package dev.lamplighter.light;

import dev.lamplighter.light.Light.Product;
import dev.lamplighter.light.LightCommand.Change;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Something moving. Periods and durations are in seconds; colours are changes of colour and level, where {@link Change#NONE} leaves it to
 * LIFX. {@code powerOn}: whether lights that are off come on for it.
 */
public sealed interface Effect extends Action {
    double LONGEST = 3_155_760_000.0;

    /** The one that only stops others. */
    String OFF = "off";

    /**
     * A soft fade to {@code color} and back, {@code cycles} times.
     *
     * @param from where it starts; the present look where it is none
     * @param persist whether the last look stays
     * @param peak where in a period {@code color} is strongest, 0 to 1
     */
    record Breathe(Change color, Change from, double period, double cycles, boolean persist, boolean powerOn,
            double peak) implements Effect {}

    /** As {@link Breathe}, with hard edges. */
    record Pulse(Change color, Change from, double period, double cycles, boolean persist,
            boolean powerOn) implements Effect {}

    /**
     * The zones of a strip travel along it.
     *
     * @param cycles without end where empty
     */
    record Move(boolean backward, double period, Optional<Double> cycles, boolean powerOn) implements Effect {}

    /**
     * A palette flows over a matrix.
     *
     * @param duration without end where empty
     * @param palette LIFX's own seven colours where empty
     */
    record Morph(double period, Optional<Double> duration, List<Change> palette, boolean powerOn) implements Effect {
        public Morph {
            palette = List.copyOf(palette);
        }
    }

    record Flame(double period, Optional<Double> duration, boolean powerOn) implements Effect {}

    /** A sky over a matrix. */
    record Sky(Kind kind, Optional<Double> duration, boolean powerOn) implements Effect {
        /** LIFX's skies. */
        public enum Kind {
            CLOUDS, SUNRISE, SUNSET
        }
    }

    /** Stops what runs in the light. */
    record Off(boolean powerOff) implements Effect {}

    /** LIFX's word for it. */
    default String word() {
        return switch (this) {
            case Breathe _ -> "breathe";
            case Pulse _ -> "pulse";
            case Move _ -> "move";
            case Morph _ -> "morph";
            case Flame _ -> "flame";
            case Sky(var kind, _, _) -> switch (kind) {
                case CLOUDS -> "clouds";
                case SUNRISE -> "sunrise";
                case SUNSET -> "sunset";
            };
            case Off _ -> OFF;
        };
    }

    /** What a light needs for it. */
    default Predicate<Product> needs() {
        return switch (this) {
            case Breathe _,Pulse _,Off _ -> _ -> true;
            case Move _ -> Product::multizone;
            case Morph _,Flame _,Sky _ -> Product::matrix;
        };
    }

    /** Whether it lights lamps that are off by itself. */
    default boolean powersOn() {
        return switch (this) {
            case Breathe wave -> wave.powerOn;
            case Pulse wave -> wave.powerOn;
            case Move move -> move.powerOn;
            case Morph morph -> morph.powerOn;
            case Flame flame -> flame.powerOn;
            case Sky sky -> sky.powerOn;
            case Off _ -> false;
        };
    }

    /** What {@code state} becomes, as far as lights show it in their state. */
    default LightState on(LightState state) {
        return switch (this) {
            case Breathe wave -> waved(state, wave.color, wave.persist, wave.powerOn);
            case Pulse wave -> waved(state, wave.color, wave.persist, wave.powerOn);
            case Move move -> lit(state, move.powerOn).withEffect(running(move.cycles));
            case Morph morph -> lit(state, morph.powerOn).withEffect(running(morph.duration));
            case Flame flame -> lit(state, flame.powerOn).withEffect(running(flame.duration));
            case Sky sky -> lit(state, sky.powerOn).withEffect(running(sky.duration));
            case Off(var powerOff) ->
                (powerOff ? state.after(Change.to(Power.OFF)) : state).withEffect(Optional.empty());
        };
    }

    /** How long until lights show what {@link #on} says, in seconds. */
    default double lasts() {
        return switch (this) {
            case Breathe wave -> wave.period * wave.cycles;
            case Pulse wave -> wave.period * wave.cycles;
            case Move _,Morph _,Flame _,Sky _,Off _ -> 0;
        };
    }

    private Optional<String> running(Optional<Double> limit) {
        return limit.filter(end -> end == 0).isPresent() ? Optional.empty() : Optional.of(word());
    }

    private static LightState waved(LightState state, Change color, boolean persist, boolean powerOn) {
        var lit = lit(state, powerOn);
        return persist ? lit.after(color) : lit;
    }

    private static LightState lit(LightState state, boolean powerOn) {
        return powerOn ? state.after(Change.to(Power.ON)) : state;
    }
}
