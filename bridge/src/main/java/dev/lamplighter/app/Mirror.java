package dev.lamplighter.app;

import dev.lamplighter.mqtt.Publication;
import dev.lamplighter.web.Kind;
import dev.lamplighter.web.News;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Passes on what is published, and shows it to browsers: so both see the very same documents. What a light's product can do stands in the
 * inventory on MQTT, and here beside its state: a page shows no control for what a light has not.
 */
final class Mirror implements Consumer<Publication> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Kind> OF_THE_BRIDGE = Map.of("health", Kind.HEALTH, "groups", Kind.GROUPS,
            "locations", Kind.LOCATIONS, "scenes", Kind.SCENES);

    private final String base;
    private final News news;
    private final Consumer<Publication> out;
    private final Map<String, ObjectNode> states = new HashMap<>();
    private final Map<String, String> availabilities = new HashMap<>();
    private final Map<String, ObjectNode> features = new HashMap<>();

    /** @param base the first levels of the topics of lights and of the bridge */
    Mirror(String base, News news, Consumer<Publication> out) {
        this.base = base + "/";
        this.news = news;
        this.out = out;
    }

    @Override
    public void accept(Publication message) {
        out.accept(message);
        if (message.retained() && message.topic().startsWith(base)) {
            var levels = message.topic().substring(base.length()).split("/", -1);
            show(levels, message.payload().text().orElse(""));
        }
    }

    private synchronized void show(String[] levels, String payload) {
        if (levels.length == 2 && levels[0].equals("bridge") && OF_THE_BRIDGE.containsKey(levels[1])) {
            news.put(OF_THE_BRIDGE.getOrDefault(levels[1], Kind.HEALTH), "", payload);
        } else if (levels.length == 2 && levels[0].equals("bridge") && levels[1].equals("lights")) {
            inventory(payload);
        } else if (levels.length == 3 && levels[0].equals("light")) {
            light(levels[1], levels[2], payload);
        }
    }

    private void inventory(String payload) {
        for (var light : JSON.readTree(payload)) {
            if (light.path("product") instanceof ObjectNode product) {
                var id = light.path("id").asString("");
                product.remove("name");
                if (!product.equals(features.put(id, product))) {
                    show(id);
                }
            }
        }
    }

    private void light(String id, String leaf, String payload) {
        switch (leaf) {
            case "state" -> state(id, payload);
            case "availability" -> {
                if (!payload.isEmpty() && !payload.equals(availabilities.put(id, payload))) {
                    show(id);
                }
            }
            default -> {
                // What else is told of a light is no part of its document.
            }
        }
    }

    private void state(String id, String payload) {
        if (payload.isEmpty()) {
            states.remove(id);
            availabilities.remove(id);
            features.remove(id);
            news.gone(Kind.LIGHT, id);
        } else if (JSON.readTree(payload) instanceof ObjectNode state) {
            states.put(id, state);
            show(id);
        }
    }

    private void show(String id) {
        var state = states.get(id);
        var availability = availabilities.get(id);
        if (state != null && availability != null) {
            var json = JSON.createObjectNode().put("id", id).put("availability", availability);
            json.setAll(state);
            Optional.ofNullable(features.get(id)).ifPresent(it -> json.set("features", it));
            news.put(Kind.LIGHT, id, json.toString());
        }
    }
}
