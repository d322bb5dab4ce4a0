package dev.lamplighter.web.relay;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The {@code states} of a body, each with what {@code defaults} says where it says nothing. */
final class StateList {
    private StateList() {}

    static List<ObjectNode> take(Fields fields, int least, int most) {
        fields.require("states");
        var states = fields.take("states", StateList::objects).orElse(List.of());
        var defaults = fields.object("defaults").orElseGet(Json::object);
        fields.check();
        if (states.size() < least || states.size() > most) {
            throw Refusal.of("states", "must have %d to %d entries".formatted(least, most));
        }
        return states.stream().map(state -> merged(state, defaults)).toList();
    }

    private static ObjectNode merged(ObjectNode state, ObjectNode defaults) {
        var merged = state.deepCopy();
        defaults.properties().forEach(field -> merged.putIfAbsent(field.getKey(), field.getValue()));
        return merged;
    }

    private static Optional<List<ObjectNode>> objects(JsonNode value) {
        return value.isArray() && value.valueStream().allMatch(ObjectNode.class::isInstance)
                ? Optional.of(value.valueStream().map(ObjectNode.class::cast).toList())
                : Optional.empty();
    }
}
