package dev.lamplighter.light;

import dev.lamplighter.light.LightCommand.Change;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * LIFX's colour strings, such as {@code blue saturation:0.5}, {@code kelvin:2700 brightness:0.4}, {@code #ff8000} or {@code rgb:255,128,0}:
 * components apart by spaces, a later one winning over an earlier one.
 */
public final class ColorString {
    private static final Map<String, Integer> HUES = Map.of("red", 0, "orange", 36, "yellow", 60, "green", 120, "cyan",
            180, "blue", 250,
            "purple", 280, "pink", 325);
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(\\.\\d{1,9})?");

    private ColorString() {}

    /** The colour, and the level where the string gives one; rejected when a component is wrong or the colour is left half open. */
    public static Parsed<Change> parse(String text) {
        return parts(text).then(ColorParts::change);
    }

    /** What the string sets, which may leave a colour half open; rejected when a component is wrong. */
    public static Parsed<ColorParts> parts(String text) {
        var reading = new Reading();
        try {
            for (var component : text.strip().split(" +", -1)) {
                reading.take(component);
            }
            return Parsed.accepted(reading.parts());
        } catch (IllegalArgumentException wrong) {
            return Parsed.rejected("color", String.valueOf(wrong.getMessage()));
        }
    }

    private static final class Reading {
        private OptionalDouble hue = OptionalDouble.empty();
        private OptionalDouble saturation = OptionalDouble.empty();
        private OptionalInt kelvin = OptionalInt.empty();
        private OptionalDouble brightness = OptionalDouble.empty();

        void take(String component) {
            var colon = component.indexOf(':');
            if (HUES.containsKey(component)) {
                colored(HUES.getOrDefault(component, 0), 1);
            } else if (component.equals("white")) {
                saturation = OptionalDouble.of(0);
            } else if (HEX.matcher(component).matches()) {
                var rgb = Integer.parseInt(component.substring(1), 16);
                light(Rgb.ofBytes(rgb >> 16, rgb >> 8 & 255, rgb & 255));
            } else if (colon > 0) {
                named(component.substring(0, colon), component.substring(colon + 1));
            } else {
                throw new IllegalArgumentException("'" + shown(component) + "' is not a LIFX colour");
            }
        }

        private void named(String name, String value) {
            switch (name) {
                case "hue" -> hue = OptionalDouble.of(number(name, value, 0, 360));
                case "saturation" -> saturation = OptionalDouble.of(number(name, value, 0, 1));
                case "brightness" -> brightness = OptionalDouble.of(number(name, value, 0, 1));
                case "kelvin" -> {
                    kelvin = OptionalInt.of((int) number(name, value, Color.WARMEST, Color.COLDEST));
                    saturation = OptionalDouble.of(0);
                }
                case "rgb" -> rgb(value);
                default -> throw new IllegalArgumentException("there is no colour component '" + shown(name) + ":'");
            }
        }

        private void rgb(String value) {
            var parts = value.split(",", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException(
                        "rgb: takes three numbers from 0 to 255, not '" + shown(value) + "'");
            }
            light(Rgb.ofBytes((int) number("rgb", parts[0], 0, 255), (int) number("rgb", parts[1], 0, 255),
                    (int) number("rgb", parts[2], 0, 255)));
        }

        private void light(Rgb rgb) {
            brightness = OptionalDouble.of(rgb.level().fraction());
            switch (rgb.color()) {
                case Color.Hue(var degrees, var strength) -> colored(degrees, strength);
                case Color.White _ -> saturation = OptionalDouble.of(0);
            }
        }

        private void colored(double degrees, double strength) {
            hue = OptionalDouble.of(degrees);
            saturation = OptionalDouble.of(strength);
        }

        ColorParts parts() {
            return new ColorParts(hue, saturation, brightness, kelvin);
        }
    }

    private static double number(String name, String value, double least, double most) {
        var number = NUMBER.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
        if (!(number >= least && number <= most)) {
            throw new IllegalArgumentException(
                    name + ": takes a number from " + plain(least) + " to " + plain(most) + ", not '" + shown(value)
                            + "'");
        }
        return number;
    }

    private static String plain(double number) {
        return Integer.toString((int) number);
    }

    private static String shown(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}
