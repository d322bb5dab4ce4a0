package dev.lamplighter.simulator;

import dev.lamplighter.light.Color;
import dev.lamplighter.light.Rgb;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a colour string of LIFX's sets: components between spaces, of which a later one overrides an earlier one value by value.
 *
 * @param hue degrees, 0 to 360
 * @param saturation 0 to 1
 * @param brightness 0 to 1
 * @param kelvin 1500 to 9000
 */
public record ColorString(OptionalDouble hue, OptionalDouble saturation, OptionalDouble brightness,
        OptionalInt kelvin) {
    private static final ColorString NOTHING = new ColorString(OptionalDouble.empty(), OptionalDouble.empty(),
            OptionalDouble.empty(), OptionalInt.empty());
    private static final Map<String, Integer> HUES = Map.of("red", 0, "orange", 36, "yellow", 60, "green", 120, "cyan",
            180, "blue", 250, "purple", 280, "pink", 325);
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern BYTES = Pattern.compile("(\\d{1,3}),(\\d{1,3}),(\\d{1,3})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,20})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{4}");

    /** Empty when {@code text} is no colour string. */
    public static Optional<ColorString> parse(String text, RandomGenerator random) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        var color = Optional.of(NOTHING);
        for (var component : text.strip().toLowerCase(Locale.ROOT).split(" +", -1)) {
            color = color.flatMap(sofar -> component(component, random).map(sofar::then));
        }
        return color;
    }

    /** What {@code color} becomes. */
    public Hsbk on(Hsbk color) {
        var next = hue.isPresent() ? color.withHue(hue.getAsDouble()) : color;
        next = saturation.isPresent() ? next.withSaturation(saturation.getAsDouble()) : next;
        next = brightness.isPresent() ? next.withBrightness(brightness.getAsDouble()) : next;
        return kelvin.isPresent() ? next.withKelvin(kelvin.getAsInt()) : next;
    }

    /** LIFX's answer to whether this is a colour; what it does not set is null. */
    ObjectNode json() {
        var json = Json.object();
        json.set("hue", orNull(hue));
        json.set("saturation", orNull(saturation));
        json.set("brightness", orNull(brightness));
        json.set("kelvin", kelvin.isPresent() ? Json.number(kelvin.getAsInt()) : NullNode.getInstance());
        return json;
    }

    private static JsonNode orNull(OptionalDouble value) {
        return value.isPresent() ? Json.number(value.getAsDouble()) : NullNode.getInstance();
    }

    private ColorString then(ColorString later) {
        return new ColorString(later.hue.isPresent() ? later.hue : hue,
                later.saturation.isPresent() ? later.saturation : saturation,
                later.brightness.isPresent() ? later.brightness : brightness,
                later.kelvin.isPresent() ? later.kelvin : kelvin);
    }

    private static Optional<ColorString> component(String text, RandomGenerator random) {
        if (HUES.containsKey(text)) {
            return Optional.of(hue(HUES.get(text)).saturated(1));
        }
        if (HEX.matcher(text).matches()) {
            var bits = Integer.parseInt(text.substring(1), 16);
            return Optional.of(rgb(bits >> 16, bits >> 8 & 0xff, bits & 0xff));
        }
        return switch (text) {
            case "white" -> Optional.of(NOTHING.saturated(0));
            case "random" -> Optional.of(hue(random.nextInt(360)).saturated(1));
            default -> named(text);
        };
    }

    private static Optional<ColorString> named(String text) {
        var colon = text.indexOf(':');
        var value = text.substring(colon + 1);
        return switch (text.substring(0, Math.max(colon, 0))) {
            case "hue" -> number(value, 360).map(ColorString::hue);
            case "saturation" -> number(value, 1).map(NOTHING::saturated);
            case "brightness" -> number(value, 1).map(NOTHING::bright);
            case "kelvin" -> kelvin(value);
            case "rgb" -> bytes(value);
            default -> Optional.empty();
        };
    }

    private static Optional<Double> number(String text, double most) {
        return Optional.of(text).filter(it -> NUMBER.matcher(it).matches()).map(Double::valueOf)
                .filter(value -> value <= most);
    }

    private static Optional<ColorString> kelvin(String text) {
        return Optional.of(text).filter(it -> WHOLE.matcher(it).matches()).map(Integer::valueOf)
                .filter(value -> value >= 1500 && value <= 9000)
                .map(value -> new ColorString(OptionalDouble.empty(), OptionalDouble.of(0), OptionalDouble.empty(),
                        OptionalInt.of(value)));
    }

    private static Optional<ColorString> bytes(String text) {
        var matcher = BYTES.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var red = Integer.parseInt(matcher.group(1));
        var green = Integer.parseInt(matcher.group(2));
        var blue = Integer.parseInt(matcher.group(3));
        return Math.max(red, Math.max(green, blue)) > 255 ? Optional.empty() : Optional.of(rgb(red, green, blue));
    }

    private static ColorString rgb(int red, int green, int blue) {
        var rgb = Rgb.ofBytes(red, green, blue);
        var hue = switch (rgb.color()) {
            case Color.Hue(var degrees, var saturation) -> hue(degrees).saturated(saturation);
            case Color.White _ -> hue(0).saturated(0);
        };
        return hue.bright(rgb.level().fraction());
    }

    private static ColorString hue(double degrees) {
        return new ColorString(OptionalDouble.of(degrees), OptionalDouble.empty(), OptionalDouble.empty(),
                OptionalInt.empty());
    }

    private ColorString saturated(double to) {
        return new ColorString(hue, OptionalDouble.of(to), brightness, kelvin);
    }

    private ColorString bright(double to) {
        return new ColorString(hue, saturation, OptionalDouble.of(to), kelvin);
    }
}
