package dev.lamplighter.homeassistant;

import tools.jackson.databind.node.ObjectNode;

/**
 * Whites for releases that know them in mireds only (before 2025.2): such a light tells what it shows on a topic of its own. Commands need
 * nothing, as ours take both.
 */
final class Mireds {
    private Mireds() {}

    /** The same for an entity without whites. */
    static ObjectNode of(ObjectNode entity) {
        if (!entity.has("color_temp_kelvin")) {
            return entity;
        }
        var old = entity.deepCopy();
        old.remove("color_temp_kelvin");
        // Inward, so that no limit leads past what the product has.
        old.put("min_mireds", Math.ceilDiv(1_000_000, old.remove("max_kelvin").asInt()))
                .put("max_mireds", Math.floorDiv(1_000_000, old.remove("min_kelvin").asInt()));
        return old.put("state_topic", old.path("state_topic").asString("") + "/mireds");
    }
}
