package dev.lamplighter.homeassistant;

import dev.lamplighter.homeassistant.Device.About;
import dev.lamplighter.homeassistant.Device.Make;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Room;
import java.util.ArrayList;
import java.util.List;

/** A LIFX light with all that can be done at it and is known of it. */
final class LightDevice {
    private LightDevice() {}

    static Device of(Light light, TopicTree topics) {
        var id = light.id();
        var ids = Ids.of(topics);
        var state = topics.light(id, "state");
        var set = topics.light(id, "set");
        var entities = new ArrayList<Entity>();
        entities.add(LightEntity.of(light.product(), new LightEntity.Topics(state, set)));
        entities.add(button("identify", "Identify", set, "{\"flash\":\"long\"}").with("device_class", "identify")
                .diagnostic());
        if (light.product().infrared()) {
            entities.add(infrared(state, set));
            entities.add(infraredAsInTheApp(state, set));
        }
        if (light.product().hev()) {
            entities.addAll(cleaning(state, set));
        }
        entities.addAll(freshness(state));
        var about = About.of(light.label(), Make.of("LIFX", light.product().name())).numbered(id.serial())
                .in(light.group().map(Room::name)).behind(ids.bridge());
        return new Device(ids.light(id), about, List.of(topics.bridgeState(), topics.light(id, "availability")),
                entities);
    }

    private static Entity button(String key, String name, String set, String payload) {
        return Entity.named("button", key, name).with("command_topic", set).with("payload_press", payload);
    }

    private static Entity infrared(String state, String set) {
        return Entity.named("number", "infrared", "Infrared").with("state_topic", state).with("command_topic", set)
                .with("value_template", "{{ (value_json.infrared | default(0) * 100) | round(0) }}")
                .with("command_template", "{\"infrared\": {{ value / 100 }}}").with("min", 0).with("max", 100)
                .with("step", 1).with("unit_of_measurement", "%").with("entity_category", "config");
    }

    /** The steps that LIFX's app offers; the nearest one is shown. */
    private static Entity infraredAsInTheApp(String state, String set) {
        var select = Entity.named("select", "infrared_step", "Infrared step").with("state_topic", state)
                .with("command_topic", set)
                .with("value_template", "{{ ['Off', '25 %', '50 %', '100 %'][[0, 1, 2, 2, 3]"
                        + "[(value_json.infrared | default(0) * 4) | round(0) | int]] }}")
                .with("command_template",
                        "{\"infrared\": {{ {'Off': 0, '25 %': 0.25, '50 %': 0.5, '100 %': 1}[value] }}}")
                .with("entity_category", "config").hidden();
        var options = select.config().putArray("options");
        List.of("Off", "25 %", "50 %", "100 %").forEach(options::add);
        return select;
    }

    private static List<Entity> cleaning(String state, String set) {
        return List.of(button("clean", "Start cleaning", set, "{\"clean\":0}"),
                button("clean_stop", "Stop cleaning", set, "{\"clean\":false}"),
                Entity.named("binary_sensor", "cleaning", "Cleaning").with("state_topic", state)
                        .with("device_class", "running")
                        .with("value_template",
                                "{{ 'ON' if (value_json.hev | default({})).cleaning | default(false) else 'OFF' }}"),
                Entity.named("sensor", "cleaning_until", "Cleaning until").with("state_topic", state)
                        .with("device_class", "timestamp")
                        .with("value_template", "{{ (value_json.hev | default({})).until | default(None) }}"));
    }

    private static List<Entity> freshness(String state) {
        var via = Entity.named("sensor", "via", "Reached by").with("state_topic", state).with("device_class", "enum")
                .with("value_template", "{{ value_json.via }}").diagnostic().hidden();
        via.config().putArray("options").add("lan").add("cloud");
        return List.of(via, Entity.named("sensor", "last_seen", "Last seen").with("state_topic", state)
                .with("device_class", "timestamp").with("value_template", "{{ value_json.observed_at }}").diagnostic()
                .hidden());
    }
}
