package dev.lamplighter.web.relay;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as LIFX reads and writes it. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * The object that {@code text} is; an empty one for an empty text.
     *
     * @throws Refusal (400) when it is anything else
     */
    static ObjectNode read(String text) {
        if (text.isBlank()) {
            return object();
        }
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException _) {
            throw new Refusal(RelayReply.error(400, "the body is not JSON"));
        }
        throw new Refusal(RelayReply.error(400, "the body is not a JSON object"));
    }

    /** LIFX writes whole numbers without a fraction. */
    static JsonNode number(double value) {
        var nodes = JsonNodeFactory.instance;
        return value == Math.rint(value) ? nodes.numberNode((long) value) : nodes.numberNode(value);
    }
}
