package dev.lamplighter.topics;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.Listener;
import dev.lamplighter.control.Timer;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Scene;
import dev.lamplighter.mqtt.Publication;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Publishes, retained, which lights, groups, locations and scenes there are. */
final class InventoryPublisher implements Listener {
    private final CommandTopics topics;
    private final Retained retained;
    private final Soon soon;
    private final Map<LightId, Light> lights = new TreeMap<>();

    InventoryPublisher(CommandTopics topics, Consumer<Publication> out, Timer timer) {
        this.topics = topics;
        this.retained = new Retained(out);
        this.soon = new Soon(timer, this::tell);
    }

    @Override
    public void lightSeen(Known light) {
        lights.put(light.light().id(), light.light());
        soon.ask();
    }

    @Override
    public void lightLost(LightId light) {
        lights.remove(light);
        soon.ask();
    }

    /** There may be none. */
    @Override
    public void allSeen() {
        soon.ask();
    }

    @Override
    public void scenesSeen(List<Scene> scenes) {
        retained.say(topics.bridge("scenes"), Inventory.scenes(scenes));
    }

    private void tell() {
        retained.say(topics.bridge("lights"), Inventory.lights(lights.values()));
        retained.say(topics.bridge("groups"), Inventory.groups(lights.values()));
        retained.say(topics.bridge("locations"), Inventory.locations(lights.values()));
    }
}
