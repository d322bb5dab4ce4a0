package dev.lamplighter.topics;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * A light's HEV cleaning.
 *
 * @param until when it ends; empty where the light goes by its own time, or does not clean
 */
record Cleaning(boolean on, Optional<Instant> until) {
    static final Cleaning OVER = new Cleaning(false, Optional.empty());

    void write(ObjectNode json, UnaryOperator<Instant> calendar) {
        json.put("cleaning", on);
        until.ifPresent(end -> json.put("until", StateJson.time(calendar.apply(end))));
    }
}
