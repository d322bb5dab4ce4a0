package dev.lamplighter.homeassistant;

import dev.lamplighter.light.Scene;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The scenes that an earlier run has described: until the account has told of its scenes they are the best that is known. */
final class KeptScenes {
    private static final String SCENE = "scene";

    private final Map<UUID, Scene> scenes = new TreeMap<>();

    /** A description of the bridge, or of one of its scenes, that the broker keeps. */
    void heard(String topic, JsonNode message) {
        message.path("components").forEachEntry((key, component) -> {
            if (component.path("platform").asString("").equals(SCENE) && component.path("name").isString()) {
                add(key, component);
            }
        });
        var levels = topic.split("/", -1);
        if (topic.contains("/" + SCENE + "/") && levels.length > 2) {
            add(levels[levels.length - 2], message);
        }
    }

    private void add(String key, JsonNode entity) {
        Ids.sceneOf(key).ifPresent(id -> scenes.put(id, new Scene(id, entity.path("name").asString(""), Map.of())));
    }

    Collection<Scene> all() {
        return scenes.values();
    }
}
