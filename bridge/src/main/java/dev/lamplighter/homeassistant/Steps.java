package dev.lamplighter.homeassistant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How to get from what is published of a device to what is wished. Home Assistant forgets neither an entity that is merely left out nor one
 * that moves to another topic, so some ways have several steps, with time between them for it to follow.
 */
final class Steps {
    /** Its entities are to be kept until they are described elsewhere. */
    static final JsonNode MOVING = JsonNodeFactory.instance.objectNode().put("migrate_discovery", true);

    private static final String COMPONENTS = "components";

    private Steps() {}

    /** Messages by topic, an empty one to take it away; one map for each step. */
    static List<Map<String, Optional<JsonNode>>> between(Map<String, JsonNode> published,
            Map<String, JsonNode> wished) {
        var steps = new ArrayList<Map<String, Optional<JsonNode>>>();
        var gone = new ArrayList<>(published.keySet());
        gone.removeAll(wished.keySet());
        var isMoving = !gone.isEmpty() && !wished.isEmpty()
                && published.keySet().stream().noneMatch(wished::containsKey)
                && !published.containsValue(MOVING);
        if (isMoving) {
            steps.add(all(gone, Optional.of(MOVING)));
        }
        if (!gone.isEmpty()) {
            steps.add(all(gone, Optional.empty()));
        }
        var without = withoutLost(published, wished);
        if (!without.isEmpty()) {
            steps.add(without);
        }
        var changed = new LinkedHashMap<String, Optional<JsonNode>>();
        wished.forEach((topic, message) -> {
            if (without.containsKey(topic) || !message.equals(published.get(topic))) {
                changed.put(topic, Optional.of(message));
            }
        });
        if (!changed.isEmpty()) {
            steps.add(changed);
        }
        return steps;
    }

    private static Map<String, Optional<JsonNode>> all(List<String> topics, Optional<JsonNode> message) {
        var step = new LinkedHashMap<String, Optional<JsonNode>>();
        topics.forEach(topic -> step.put(topic, message));
        return step;
    }

    /** Where a device has lost entities, what is wished with those reduced to their platform, which removes them. */
    private static Map<String, Optional<JsonNode>> withoutLost(Map<String, JsonNode> published,
            Map<String, JsonNode> wished) {
        var step = new LinkedHashMap<String, Optional<JsonNode>>();
        wished.forEach((topic, message) -> {
            var lost = lost(Optional.ofNullable(published.get(topic)), message);
            if (!lost.isEmpty() && message.deepCopy() instanceof ObjectNode reduced) {
                reduced.withObjectProperty(COMPONENTS).setAll(lost);
                step.put(topic, Optional.of(reduced));
            }
        });
        return step;
    }

    private static ObjectNode lost(Optional<JsonNode> before, JsonNode wished) {
        var lost = JsonNodeFactory.instance.objectNode();
        before.ifPresent(message -> message.path(COMPONENTS).forEachEntry((key, component) -> {
            var isReduced = component.size() == 1;
            if (!isReduced && !wished.path(COMPONENTS).has(key)) {
                lost.putObject(key).set("platform", component.path("platform"));
            }
        }));
        return lost;
    }
}
