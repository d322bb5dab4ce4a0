package dev.lamplighter.simulator;

import dev.lamplighter.light.Power;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the requests that set what lights show: state, states and toggle. */
final class StateActions {
    private static final int MOST_STATES = 50;

    private final RandomGenerator random;

    StateActions(RandomGenerator random) {
        this.random = random;
    }

    Action state(LightSelector selector, ObjectNode body) {
        var fields = new Fields(body, random);
        var fast = fields.flag("fast", false);
        var change = change(fields);
        fields.refuseProblems();
        return turn -> Results.reply(sent(turn, turn.require(selector), change), fields.unknown(), fast);
    }

    Action toggle(LightSelector selector, ObjectNode body) {
        var fields = new Fields(body, random);
        fields.duration();
        fields.refuseProblems();
        return turn -> {
            var chosen = turn.require(selector);
            var lit = chosen.stream().anyMatch(one -> turn.light(one.id()).look().power() == Power.ON);
            var change = LightChange.to(lit ? Power.OFF : Power.ON);
            return Results.reply(sent(turn, chosen, change), fields.unknown(), false);
        };
    }

    /** {@code fast} leaves the code at 207, as LIFX confirmed for this one. */
    Action states(ObjectNode body) {
        var fields = new Fields(body, random);
        fields.flag("fast", false);
        fields.require("states");
        var entries = fields.read("states", StateActions::entries).orElse(List.of());
        var defaults = fields.read("defaults", StateActions::object).orElseGet(Json::object);
        if (body.has("states") && (entries.isEmpty() || entries.size() > MOST_STATES)) {
            fields.problem("states", "must have 1 to 50 entries");
        }
        fields.refuseProblems();
        var operations = entries.stream().map(entry -> operation(merged(defaults, entry))).toList();
        return turn -> {
            var reply = Json.object();
            var results = reply.putArray("results");
            operations.forEach(operation -> results.add(operation.in(turn)));
            return Reply.json(207, Results.warned(reply, fields.unknown()));
        };
    }

    static ArrayNode sent(Turn turn, List<Turn.Chosen> chosen, LightChange change) {
        return Results.of(turn, chosen, (light, one) -> change.on(light, one.zones()));
    }

    static LightChange change(Fields fields) {
        fields.duration();
        return LightChange.to(fields.power(), fields.color("color"), fields.number("brightness", 0, 1),
                fields.number("infrared", 0, 1));
    }

    /** One entry of a states call, which is echoed with what came of it. */
    private interface Operation {
        ObjectNode in(Turn turn);
    }

    private Operation operation(ObjectNode entry) {
        var fields = new Fields(entry, random);
        fields.require("selector");
        var selector = fields.read("selector", value -> Optional.of(value.asString("")));
        var change = change(fields);
        fields.refuseProblems();
        var which = LightSelector.parse(selector.orElse(""));
        return turn -> {
            var result = Json.object();
            result.set("operation", entry);
            result.set("results", sent(turn, turn.select(which), change));
            return Results.warned(result, fields.unknown());
        };
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
