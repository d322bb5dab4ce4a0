package dev.lamplighter.homeassistant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lets entities be called as they were at first, also when what they are called after has got another name since. */
final class FirstNames {
    private static final String ENTITY_ID = "default_entity_id";
    private static final String COMPONENTS = "components";

    private FirstNames() {}

    /** @param before what is published on the same topic */
    static JsonNode kept(JsonNode wished, @Nullable JsonNode before) {
        if (before == null || !(wished.deepCopy() instanceof ObjectNode message)) {
            return wished;
        }
        keep(message, before);
        message.path(COMPONENTS).forEachEntry((key, component) -> {
            if (component instanceof ObjectNode entity) {
                keep(entity, before.path(COMPONENTS).path(key));
            }
        });
        return message;
    }

    private static void keep(ObjectNode entity, JsonNode before) {
        if (entity.has(ENTITY_ID) && before.path(ENTITY_ID).isString()) {
            entity.set(ENTITY_ID, before.path(ENTITY_ID));
        }
    }
}
