package dev.lamplighter.topics;

import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Zones;
import dev.lamplighter.topics.JsonFields.Wrong;
import java.util.List;
import java.util.Optional;

/** Reads the {@code zones} of a command: a span or several in a text, a number, or a list of both. */
final class ZonesJson {
    private static final String FORMS = "is a text such as 0-7 or 0|3|5-7, a number, or a list of them";

    private ZonesJson() {}

    static Optional<Zones> read(JsonFields fields) throws Wrong {
        var value = fields.value("zones");
        return value.isPresent() ? Optional.of(read(value.get())) : Optional.empty();
    }

    private static Zones read(JsonValue value) throws Wrong {
        var parts = value.isList() ? value.list(FORMS) : List.of(value);
        if (parts.isEmpty()) {
            throw value.wrong("is an empty list; without zones the whole light is meant");
        }
        var zones = one(parts.getFirst());
        for (var part : parts) {
            zones = zones.and(one(part));
        }
        return zones;
    }

    private static Zones one(JsonValue part) throws Wrong {
        var text = part.isNumber() ? part.shown() : part.textIfString().orElseThrow(() -> part.wrong(FORMS));
        return switch (Zones.parse(text)) {
            case Parsed.Accepted<Zones>(var zones) -> zones;
            case Parsed.Rejected<Zones> wrong -> throw part.wrong(wrong.why());
        };
    }
}
