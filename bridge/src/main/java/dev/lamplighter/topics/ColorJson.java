package dev.lamplighter.topics;

import dev.lamplighter.light.Color;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Rgb;
import dev.lamplighter.topics.JsonFields.Wrong;

/**
 * Reads a colour: {@code h} and {@code s}, {@code r}, {@code g} and {@code b}, or {@code x} and {@code y}, as Home Assistant gives them, or a
 * LIFX colour string. Only a colour string sets a brightness too.
 */
final class ColorJson {
    private static final String FORMS = "is a LIFX colour string or an object with h and s, r, g and b, or x and y";

    private ColorJson() {}

    /** The colour under {@code key}; none where it is not given. */
    static Change read(JsonFields fields, String key) throws Wrong {
        var value = fields.value(key);
        return value.isPresent() ? read(value.get()) : Change.NONE;
    }

    static Change read(JsonValue value) throws Wrong {
        var string = value.textIfString();
        if (string.isEmpty()) {
            return Change.to(color(value, value.object(FORMS)));
        }
        return switch (value.unread().colors().read(string.get())) {
            case Parsed.Accepted<Change>(var change) -> change;
            case Parsed.Rejected<Change> wrong -> throw value.wrong(wrong.why());
        };
    }

    private static Color color(JsonValue whole, JsonFields parts) throws Wrong {
        if (parts.has("h") || parts.has("s")) {
            return Color.ofHue(number(parts, "h", 360), number(parts, "s", 100) / 100);
        }
        if (parts.has("r") || parts.has("g") || parts.has("b")) {
            return new Rgb(number(parts, "r", 255) / 255, number(parts, "g", 255) / 255, number(parts, "b", 255) / 255)
                    .color();
        }
        if (parts.has("x") || parts.has("y")) {
            return Rgb.ofXy(number(parts, "x", 1), number(parts, "y", 1)).color();
        }
        throw whole.wrong(FORMS);
    }

    private static double number(JsonFields parts, String key, double most) throws Wrong {
        return parts.needed(key).number(0, most);
    }
}
