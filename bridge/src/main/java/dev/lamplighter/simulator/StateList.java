package dev.lamplighter.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The wishes that one request carries in {@code states}, each with what it leaves open from {@code defaults}. */
final class StateList {
    private StateList() {}

    /** Too few or too many of them are a problem of the fields. */
    static List<ObjectNode> read(Fields fields, int least, int most) {
        fields.require("states");
        var entries = fields.read("states", StateList::entries);
        var defaults = fields.read("defaults", StateList::object).orElseGet(Json::object);
        if (entries.filter(it -> it.size() < least || it.size() > most).isPresent()) {
            fields.problem("states", "must have %d to %d entries".formatted(least, most));
        }
        return entries.orElse(List.of()).stream().map(entry -> merged(defaults, entry)).toList();
    }

    private static ObjectNode merged(ObjectNode defaults, ObjectNode entry) {
        var merged = Json.object();
        merged.setAll(entry);
        defaults.properties().stream().filter(field -> !entry.has(field.getKey()))
                .forEach(field -> merged.set(field.getKey(), field.getValue()));
        return merged;
    }

    private static Optional<List<ObjectNode>> entries(JsonNode value) {
        var entries = new ArrayList<ObjectNode>();
        for (var entry : value) {
            object(entry).ifPresent(entries::add);
        }
        return value.isArray() && entries.size() == value.size()
                ? Optional.of(entries)
                : Optional.empty();
    }

    private static Optional<ObjectNode> object(JsonNode value) {
        return value instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }
}
