package dev.lamplighter.topics;

import dev.lamplighter.light.Color;
import dev.lamplighter.light.ColorString;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Rgb;
import dev.lamplighter.topics.JsonFields.Wrong;
import java.util.OptionalDouble;

/**
 * Reads the {@code color} of a command: {@code h} and {@code s}, {@code r}, {@code g} and {@code b}, or {@code x} and {@code y}, as Home
 * Assistant gives them, or a LIFX colour string. Only a colour string sets a brightness too.
 */
final class ColorJson {
    private static final String FORMS = "is a LIFX colour string or an object with h and s, r, g and b, or x and y";

    private ColorJson() {}

    static Change parse(JsonFields fields) throws Wrong {
        if (!fields.has("color")) {
            return Change.NONE;
        }
        var string = fields.textIfString("color");
        if (string.isPresent()) {
            return switch (ColorString.parse(string.get())) {
                case Parsed.Accepted<Change>(var change) -> change;
                case Parsed.Rejected<Change>(var where, var why) -> throw new Wrong(where, why);
            };
        }
        return Change.to(color(fields.object("color", FORMS)));
    }

    private static Color color(JsonFields parts) throws Wrong {
        if (parts.has("h") || parts.has("s")) {
            return Color.ofHue(needed(parts, "h", 360), needed(parts, "s", 100) / 100);
        }
        if (parts.has("r") || parts.has("g") || parts.has("b")) {
            return new Rgb(needed(parts, "r", 255) / 255, needed(parts, "g", 255) / 255, needed(parts, "b", 255) / 255)
                    .color();
        }
        if (parts.has("x") || parts.has("y")) {
            return Rgb.ofXy(needed(parts, "x", 1), needed(parts, "y", 1)).color();
        }
        throw new Wrong("color", FORMS);
    }

    private static double needed(JsonFields parts, String key, double most) throws Wrong {
        OptionalDouble value = parts.number(key, 0, most);
        return value.orElseThrow(() -> new Wrong("color." + key, "is missing"));
    }
}
