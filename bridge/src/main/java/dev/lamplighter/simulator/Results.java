package dev.lamplighter.simulator;

import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replies that say for each light what became of a wish. */
final class Results {
    private Results() {}

    /** Sends {@code change} to each light and gathers what became of it. */
    static ArrayNode of(Turn turn, List<Turn.Chosen> chosen,
            BiFunction<SimulatedLight, Turn.Chosen, SimulatedLight> change) {
        var results = Json.object().putArray("results");
        for (var one : chosen) {
            var delivery = turn.send(one.id(), light -> change.apply(light, one));
            results.addObject().put("id", one.id().serial()).put("label", turn.light(one.id()).label()).put("status",
                    delivery.status());
        }
        return results;
    }

    /** 207 with the results, or 202 and nothing where the request was to be fast. */
    static Reply reply(ArrayNode results, ObjectNode unknown, boolean fast) {
        return fast ? Reply.accepted() : Reply.json(207, warned(Json.object().set("results", results), unknown));
    }

    static ObjectNode warned(ObjectNode body, ObjectNode unknown) {
        if (!unknown.isEmpty()) {
            body.putArray("warnings").addObject().put("warning", "Unknown params").set("unknown_params", unknown);
        }
        return body;
    }
}
