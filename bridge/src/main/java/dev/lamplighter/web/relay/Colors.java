package dev.lamplighter.web.relay;

import dev.lamplighter.light.Color;
import dev.lamplighter.light.ColorParts;
import dev.lamplighter.light.ColorString;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Parsed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads colour strings as LIFX's API does: in any case, and {@code random} is one. */
record Colors(RandomGenerator random) {
    /** Where an effect leaves half a colour open, as lights are not asked what they show. */
    private static final Color OPEN = new Color.Hue(0, 1);

    Optional<ColorParts> read(String text) {
        var lower = text.toLowerCase(Locale.ROOT).replaceAll("(?<=^|\\s)random(?=\\s|$)",
                "hue:" + random.nextInt(360) + " saturation:1");
        return switch (ColorString.parts(lower)) {
            case Parsed.Accepted<ColorParts>(var parts) -> Optional.of(parts);
            case Parsed.Rejected<ColorParts> _ -> Optional.empty();
        };
    }

    Optional<ColorParts> take(Fields fields, String name) {
        return fields.take(name, value -> value.isString() ? read(value.stringValue()) : Optional.empty());
    }

    /** A colour that an effect starts from or goes to; none where it is not said. */
    Change whole(Fields fields, String name) {
        return take(fields, name).map(parts -> parts.on(OPEN)).orElse(Change.NONE);
    }

    List<Change> palette(Fields fields) {
        return fields.take("palette", value -> {
            var read = value.valueStream().map(JsonNode::asString).map(this::read).toList();
            return value.isArray() && read.stream().allMatch(Optional::isPresent)
                    ? Optional.of(read.stream().map(parts -> parts.orElseThrow().on(OPEN)).toList())
                    : Optional.<List<Change>>empty();
        }).orElse(List.of());
    }

    /** LIFX's answer to whether it is a colour; what it does not set is null. */
    static ObjectNode json(ColorParts parts) {
        var json = Json.object();
        json.set("hue", orNull(parts.hue()));
        json.set("saturation", orNull(parts.saturation()));
        json.set("brightness", orNull(parts.brightness()));
        json.set("kelvin", orNull(parts.kelvin()));
        return json;
    }

    private static JsonNode orNull(OptionalDouble value) {
        return value.isPresent() ? Json.number(value.getAsDouble()) : NullNode.getInstance();
    }

    private static JsonNode orNull(OptionalInt value) {
        return value.isPresent() ? Json.number(value.getAsInt()) : NullNode.getInstance();
    }
}
