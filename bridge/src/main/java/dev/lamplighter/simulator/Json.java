package dev.lamplighter.simulator;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON in and out. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * The object in {@code text}; nothing at all counts as an empty one.
     *
     * @throws Refusal (400) when it is anything else
     */
    static ObjectNode parse(String text) {
        if (text.isBlank()) {
            return object();
        }
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException _) {
            throw new Refusal(Reply.error(400, "the body is not JSON"));
        }
        throw new Refusal(Reply.error(400, "the body is not a JSON object"));
    }

    /** LIFX writes a whole number without a fraction, which is what trips up clients that expect one kind only. */
    static JsonNode number(double value) {
        var nodes = JsonNodeFactory.instance;
        return value == Math.rint(value) ? nodes.numberNode((long) value) : nodes.numberNode(value);
    }
}
