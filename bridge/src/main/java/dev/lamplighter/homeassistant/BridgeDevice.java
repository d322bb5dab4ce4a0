package dev.lamplighter.homeassistant;

import dev.lamplighter.homeassistant.Device.About;
import dev.lamplighter.homeassistant.Device.Make;
import dev.lamplighter.light.Scene;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The bridge itself, with the scenes of its account. */
final class BridgeDevice {
    private BridgeDevice() {}

    static Device of(Collection<Scene> scenes, String version, TopicTree topics) {
        var entities = new ArrayList<>(List.of(connection(topics),
                Entity.named("button", "restart", "Restart").with("command_topic", topics.bridgeRestart())
                        .with("device_class", "restart").with("entity_category", "config"),
                health("budget", "LIFX requests left", "{{ (value_json.budget | default({})).left | default(None) }}",
                        topics)
                        .with("state_class", "measurement"),
                Entity.named("sensor", "version", "Version").with("state_topic", topics.bridgeInfo())
                        .with("value_template", "{{ value_json.version }}").diagnostic()));
        scenes.forEach(scene -> entities.add(Entity.named("scene", Ids.scene(scene.id()), scene.name())
                .with("command_topic", topics.scene(scene.id())).with("payload_on", "ON")));
        var make = new Make(Optional.of("Lamplighter"), Optional.of("Bridge"), Optional.empty(), Optional.of(version));
        return new Device(Ids.of(topics).bridge(), About.of("Lamplighter", make), List.of(topics.bridgeState()),
                entities);
    }

    /** It has to be able to say that the bridge is away. */
    private static Entity connection(TopicTree topics) {
        var connection = Entity.named("binary_sensor", "connection", "Connection")
                .with("state_topic", topics.bridgeState()).with("payload_on", "online").with("payload_off", "offline")
                .with("device_class", "connectivity").diagnostic();
        connection.config().putArray("availability");
        return connection;
    }

    private static Entity health(String key, String name, String template, TopicTree topics) {
        return Entity.named("sensor", key, name).with("state_topic", topics.bridgeHealth())
                .with("value_template", template).diagnostic();
    }
}
