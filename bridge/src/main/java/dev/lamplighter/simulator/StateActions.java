package dev.lamplighter.simulator;

import dev.lamplighter.light.Power;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
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
        var duration = fields.duration();
        fields.refuseProblems();
        return turn -> {
            var chosen = turn.require(selector);
            var lit = chosen.stream().anyMatch(one -> turn.light(one.id()).look().power() == Power.ON);
            var change = LightChange.to(lit ? Power.OFF : Power.ON).over(duration);
            return Results.reply(sent(turn, chosen, change), fields.unknown(), false);
        };
    }

    /** {@code fast} leaves the code at 207, as LIFX confirmed for this one. */
    Action states(ObjectNode body) {
        var fields = new Fields(body, random);
        var fast = fields.flag("fast", false);
        var entries = StateList.read(fields, 1, MOST_STATES);
        fields.refuseProblems();
        var operations = entries.stream().map(this::operation).toList();
        return turn -> {
            var reply = Json.object();
            var results = reply.putArray("results");
            operations.forEach(operation -> results.add(operation.in(turn)));
            return Reply.json(207, Results.warned(reply, fields.unknown())).fast(fast);
        };
    }

    static ArrayNode sent(Turn turn, List<Turn.Chosen> chosen, LightChange change) {
        return Results.of(turn, chosen,
                (light, one) -> turn.faded(light, change.on(light, one.zones()), change.over()));
    }

    static LightChange change(Fields fields) {
        return LightChange.to(fields.power(), fields.color("color"), fields.number("brightness", 0, 1),
                fields.number("infrared", 0, 1)).over(fields.duration());
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
}
