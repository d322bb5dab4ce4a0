package dev.lamplighter.topics;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.Listener;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Scene;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Publication;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Publishes, retained, what is known of the lights and which scenes there are. What a light that has left had published is taken away with it. */
public final class StatePublisher implements Listener {
    private final CommandTopics topics;
    private final Consumer<Publication> out;
    private final UnaryOperator<Instant> calendar;
    private final Map<LightId, Light> inventory = new TreeMap<>();
    private final Map<LightId, Boolean> reachable = new HashMap<>();

    /** @param calendar from the times that control goes by to those that people read */
    public StatePublisher(CommandTopics topics, Consumer<Publication> out, UnaryOperator<Instant> calendar) {
        this.topics = topics;
        this.out = out;
        this.calendar = calendar;
    }

    @Override
    public void lightSeen(Known light) {
        inventory.put(light.light().id(), light.light());
        inventory();
    }

    @Override
    public void stateChanged(Known light) {
        var id = light.light().id();
        retain(topics.light(id, "state"), Payloads.state(light, calendar.apply(light.observedAt())));
        if (!Boolean.valueOf(light.reachable()).equals(reachable.put(id, light.reachable()))) {
            retain(topics.light(id, "availability"), Bytes.utf8(light.reachable() ? "online" : "offline"));
        }
    }

    @Override
    public void lightLost(LightId light) {
        inventory.remove(light);
        reachable.remove(light);
        inventory();
        retain(topics.light(light, "state"), Bytes.NONE);
        retain(topics.light(light, "availability"), Bytes.NONE);
    }

    @Override
    public void scenesSeen(List<Scene> scenes) {
        retain(topics.bridge("scenes"), Inventory.scenes(scenes));
    }

    private void inventory() {
        retain(topics.bridge("lights"), Inventory.lights(inventory.values()));
        retain(topics.bridge("groups"), Inventory.groups(inventory.values()));
    }

    private void retain(String topic, Bytes payload) {
        out.accept(Publication.retained(topic, payload));
    }
}
