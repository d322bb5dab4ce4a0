package dev.lamplighter.lan;

import dev.lamplighter.lan.wire.Hsbk;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightState.Zone;
import dev.lamplighter.light.Power;
import java.time.Duration;

/**
 * The wire's words and ours. Rounded to the nearest of 65,536 hues and 65,536 levels; back from the wire without rounding, so that what was
 * read and is sent again is the same.
 */
final class Units {
    static final int FULL = 65_535;
    private static final double TURN = 65_536;
    private static final int HUES = 0xFFFF;
    private static final long LONGEST = 0xFFFF_FFFFL;

    private Units() {}

    static int hue(double degrees) {
        return (int) Math.round(TURN * degrees / 360) & HUES;
    }

    static int fraction(double of) {
        return (int) Math.round(FULL * Math.clamp(of, 0.0, 1.0));
    }

    static Level level(int word) {
        return new Level(word / (double) FULL);
    }

    static int power(Power power) {
        return power == Power.ON ? FULL : 0;
    }

    static Power power(int word) {
        return word == 0 ? Power.OFF : Power.ON;
    }

    /** Without saturation it is a white; what a saturated zone says of its white does not count. */
    static Color color(Hsbk wire) {
        if (wire.saturation() == 0) {
            return wire.kelvin() == 0 ? new Color.White(Color.NEUTRAL) : Color.White.clipped(wire.kelvin());
        }
        return Color.ofHue(wire.hue() * 360 / TURN, wire.saturation() / (double) FULL);
    }

    static Zone zone(Hsbk wire) {
        return new Zone(level(wire.brightness()), color(wire));
    }

    /** What saturated lights say of their white may not be said to them. */
    static Hsbk sendable(Hsbk told) {
        return changed(told, Change.NONE);
    }

    /** {@code from} with what {@code change} says of colour and level. */
    static Hsbk changed(Hsbk from, Change change) {
        var brightness = change.level().map(level -> fraction(level.fraction())).orElse(from.brightness());
        var kelvin = from.kelvin() == 0 ? Color.NEUTRAL : from.kelvin();
        return change.color().map(color -> switch (color) {
            case Color.Hue(var degrees, var saturation) ->
                new Hsbk(hue(degrees), fraction(saturation), brightness, kelvin);
            case Color.White(var white) -> new Hsbk(from.hue(), 0, brightness, white);
        }).orElseGet(() -> new Hsbk(from.hue(), from.saturation(), brightness, kelvin));
    }

    static long millis(Duration time) {
        return Math.min(time.toMillis(), LONGEST);
    }

    static long millis(double seconds) {
        return Math.clamp(Math.round(seconds * 1000), 0, LONGEST);
    }

    /** What is longer than 292 years has no end. */
    static long nanos(double seconds) {
        var nanos = seconds * 1e9;
        return nanos >= Long.MAX_VALUE ? 0 : Math.round(nanos);
    }
}
