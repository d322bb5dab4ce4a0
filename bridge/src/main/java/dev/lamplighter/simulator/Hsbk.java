package dev.lamplighter.simulator;

import dev.lamplighter.light.Color;

/**
 * A colour as LIFX's devices hold it, in whole numbers.
 *
 * @param hue 0 to 65535 for 0 to 360 degrees
 * @param saturation 0 to 65535
 * @param brightness 0 to 65535
 * @param kelvin 1500 to 9000
 */
public record Hsbk(int hue, int saturation, int brightness, int kelvin) {
    /** The ends of the whites there are, in K. */
    public static final int WARMEST = Color.WARMEST;
    public static final int COLDEST = Color.COLDEST;
    static final int MOST = 65_535;
    private static final int HALF_TURN = 32_768;

    public Hsbk {
        if (!(isUnits(hue) && isUnits(saturation) && isUnits(brightness))) {
            throw new IllegalArgumentException("hue, saturation and brightness lie between 0 and 65535");
        }
        if (kelvin < Color.WARMEST || kelvin > Color.COLDEST) {
            throw new IllegalArgumentException("a white lies between 1500 and 9000 K, not at " + kelvin);
        }
    }

    /** The colour of these degrees (0 to 360) and fractions (0 to 1), cut down to whole numbers as LIFX's cloud does. */
    public static Hsbk of(double degrees, double saturation, double brightness, int kelvin) {
        return new Hsbk(units(degrees / 360), units(saturation), units(brightness), kelvin);
    }

    public static Hsbk white(int kelvin, double brightness) {
        return of(0, 0, brightness, kelvin);
    }

    public double degrees() {
        return hue * 360.0 / MOST;
    }

    public double saturated() {
        return fraction(saturation);
    }

    public double bright() {
        return fraction(brightness);
    }

    static double fraction(int units) {
        return units / (double) MOST;
    }

    static int units(double fraction) {
        // A value that was read back is a hair below its whole number at times; without this it would sink by one on each round.
        return (int) Math.floor(fraction * MOST + 1e-6);
    }

    Hsbk withHue(double degrees) {
        return new Hsbk(units(degrees / 360), saturation, brightness, kelvin);
    }

    Hsbk withSaturation(double to) {
        return new Hsbk(hue, units(to), brightness, kelvin);
    }

    Hsbk withBrightness(double to) {
        return new Hsbk(hue, saturation, units(to), kelvin);
    }

    Hsbk withKelvin(int to) {
        return new Hsbk(hue, saturation, brightness, to);
    }

    /** @param part how much of the way is done, 0 to 1; hues go the shorter way round */
    Hsbk toward(Hsbk end, double part) {
        var turn = Math.floorMod(end.hue - hue + HALF_TURN, MOST + 1) - HALF_TURN;
        return new Hsbk(Math.floorMod(hue + Math.round(turn * part), MOST + 1),
                between(saturation, end.saturation, part), between(brightness, end.brightness, part),
                between(kelvin, end.kelvin, part));
    }

    private static int between(int start, int end, double part) {
        return (int) Math.round(start + (end - start) * part);
    }

    private static boolean isUnits(int value) {
        return value >= 0 && value <= MOST;
    }
}
