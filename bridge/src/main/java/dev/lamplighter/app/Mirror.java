package dev.lamplighter.app;

import dev.lamplighter.mqtt.Publication;
import dev.lamplighter.web.Kind;
import dev.lamplighter.web.News;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Passes on what is published, and shows it to browsers: so both see the very same documents. */
final class Mirror implements Consumer<Publication> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Kind> OF_THE_BRIDGE = Map.of("health", Kind.HEALTH, "groups", Kind.GROUPS,
            "locations", Kind.LOCATIONS, "scenes", Kind.SCENES);

    private final String base;
    private final News news;
    private final Consumer<Publication> out;
    private final Map<String, ObjectNode> states = new HashMap<>();
    private final Map<String, String> availabilities = new HashMap<>();

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
        } else if (levels.length == 3 && levels[0].equals("light")) {
            light(levels[1], levels[2], payload);
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
            news.put(Kind.LIGHT, id, json.setAll(state).toString());
        }
    }
}
