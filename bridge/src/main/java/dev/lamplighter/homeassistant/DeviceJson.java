package dev.lamplighter.homeassistant;

import dev.lamplighter.homeassistant.Device.About;
import dev.lamplighter.homeassistant.DiscoverySettings.Mode;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes devices as Home Assistant wants to be told of them: in one message, or in one for each entity. */
final class DeviceJson {
    /** Who describes things; what bears this name is ours to take away. */
    static final String ORIGIN = "Lamplighter";

    private final DiscoverySettings settings;
    private final DiscoveryTopics topics;

    DeviceJson(DiscoverySettings settings, DiscoveryTopics topics) {
        this.settings = settings;
        this.topics = topics;
    }

    /** What is to be published where; nothing where Home Assistant is not to be told. */
    Map<String, JsonNode> messages(Device device) {
        var messages = new LinkedHashMap<String, JsonNode>();
        switch (settings.mode()) {
            case Mode.DEVICE -> messages.put(topics.device(device.id()), whole(device));
            case Mode.COMPONENT -> device.entities()
                    .forEach(entity -> messages.put(topics.entity(device.id(), entity), single(device, entity)));
            case Mode.OFF -> {
            }
        }
        return messages;
    }

    private ObjectNode whole(Device device) {
        var json = head(device);
        availability(json, device);
        var components = json.putObject("components");
        for (var entity : device.entities()) {
            components.putObject(entity.key()).put("platform", entity.platform()).setAll(config(device, entity));
        }
        return json;
    }

    private ObjectNode single(Device device, Entity entity) {
        var json = head(device);
        if (!entity.isTrigger()) {
            availability(json, device);
        }
        json.setAll(Mireds.of(config(device, entity)));
        return json;
    }

    private ObjectNode head(Device device) {
        var json = JsonNodeFactory.instance.objectNode();
        about(json.putObject("device"), device);
        var origin = json.putObject("origin").put("name", ORIGIN).put("sw_version", settings.version());
        settings.page().ifPresent(page -> origin.put("support_url", page.toString()));
        return json;
    }

    private void about(ObjectNode json, Device device) {
        About about = device.about();
        json.putArray("identifiers").add(device.id());
        json.put("name", about.name());
        about.make().manufacturer().ifPresent(maker -> json.put("manufacturer", maker));
        about.make().model().ifPresent(model -> json.put("model", model));
        about.make().hardware().ifPresent(version -> json.put("hw_version", version));
        about.make().software().ifPresent(version -> json.put("sw_version", version));
        about.area().ifPresent(area -> json.put("suggested_area", area));
        about.serial().ifPresent(serial -> json.put("serial_number", serial));
        about.mac().ifPresent(mac -> json.putArray("connections").addArray().add("mac").add(mac));
        about.behind().ifPresent(via -> json.put("via_device", via));
        settings.page().ifPresent(page -> json.put("configuration_url", page.toString()));
    }

    private static void availability(ObjectNode json, Device device) {
        var list = json.putArray("availability");
        device.availability().forEach(topic -> list.addObject().put("topic", topic));
        json.put("availability_mode", "all");
    }

    private static ObjectNode config(Device device, Entity entity) {
        var json = JsonNodeFactory.instance.objectNode();
        if (!entity.isTrigger()) {
            var name = entity.config().path("name").asString("");
            json.put("unique_id", device.id() + "_" + entity.key())
                    .put("default_entity_id", Ids.entity(entity.platform(), device.id(), device.about().name(), name));
        }
        json.put("qos", 1);
        json.setAll(entity.config());
        return json;
    }

    /** Whether a message that the broker keeps is one of ours. Markers bear no name: Home Assistant takes them as they are only. */
    static boolean isOurs(JsonNode message) {
        return message.equals(Steps.MOVING) || message.path("origin").path("name").asString("").equals(ORIGIN);
    }
}
