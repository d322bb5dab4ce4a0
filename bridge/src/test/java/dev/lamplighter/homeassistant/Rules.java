package dev.lamplighter.homeassistant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What Home Assistant refuses, in whole or in part, or complains of. */
final class Rules {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern ENTITY_ID = Pattern.compile("[a-z_]+\\.[a-z0-9_]+");
    private static final Pattern WILD = Pattern.compile(".*[+#\\p{Cntrl}].*");
    private static final Set<String> ROOT = Set.of("device", "origin", "components", "availability",
            "availability_mode", "availability_topic", "availability_template", "payload_available",
            "payload_not_available", "command_topic", "state_topic", "qos", "encoding");
    private static final Set<String> DEVICE = Set.of("identifiers", "connections", "name", "manufacturer", "model",
            "model_id", "hw_version", "sw_version", "serial_number", "suggested_area", "configuration_url",
            "via_device");
    private static final Set<String> ORIGIN = Set.of("name", "sw_version", "support_url");
    /** What a kind of entity cannot do without. */
    private static final Map<String, List<String>> NEEDS = Map.of("light", List.of("command_topic"), "button",
            List.of("command_topic"), "number", List.of("command_topic"), "sensor", List.of("state_topic"),
            "binary_sensor", List.of("state_topic"), "event", List.of("state_topic", "event_types"), "scene",
            List.of("command_topic", "payload_on"), "device_automation",
            List.of("automation_type", "topic", "type", "subtype"));

    private final List<String> faults = new ArrayList<>();
    private final Set<String> uniqueIds = new HashSet<>();
    private final Set<String> triggers = new HashSet<>();

    private Rules() {}

    /** All that is wrong with {@code messages}, one line each. */
    static List<String> faults(Map<String, JsonNode> messages) {
        var rules = new Rules();
        messages.forEach(rules::message);
        return rules.faults;
    }

    private void message(String topic, JsonNode message) {
        var levels = List.of(topic.split("/"));
        levels.forEach(level -> require(ID.matcher(level).matches(), topic + " has a forbidden level"));
        require(message.isObject(), topic + " is no object");
        onlyKeys(message.path("device"), DEVICE, "device");
        onlyKeys(message.path("origin"), ORIGIN, "origin");
        require(message.path("origin").path("name").isString(), "origin has no name");
        require(!message.path("device").path("identifiers").isEmpty(), "device has no identifiers");
        message.path("device").path("connections")
                .forEach(pair -> require(pair.isArray() && pair.size() == 2, "a connection is a pair"));
        if (levels.get(1).equals("device")) {
            onlyKeys(message, ROOT, "root");
            require(!message.path("components").isEmpty(), "there are no components");
            message.path("components").forEachEntry((key, component) -> {
                require(KEY.matcher(key).matches(), "the component key " + key);
                entity(component.path("platform").asString(""), component, levels.get(2));
            });
        } else {
            entity(levels.get(1), message, levels.get(2));
        }
    }

    private void entity(String platform, JsonNode entity, String device) {
        var needs = NEEDS.get(platform);
        require(needs != null, "unknown platform " + platform);
        if (needs != null) {
            needs.forEach(key -> require(entity.has(key), platform + " without " + key));
        }
        if (platform.equals("device_automation")) {
            require(triggers.add(device + entity.path("type") + entity.path("subtype")), "a trigger twice");
        } else {
            named(platform, entity);
        }
        for (var key : List.of("command_topic", "state_topic", "topic")) {
            require(!WILD.matcher(entity.path(key).asString("")).matches(), key + " has a wildcard");
        }
        switch (platform) {
            case "light" -> light(entity);
            case "number" -> require(entity.path("max").asInt() >= entity.path("min").asInt(), "max below min");
            case "sensor" -> sensor(entity);
            default -> {
            }
        }
    }

    private void named(String platform, JsonNode entity) {
        require(entity.path("unique_id").isString() && uniqueIds.add(entity.path("unique_id").asString()),
                platform + " has no unique_id of its own");
        var id = entity.path("default_entity_id").asString("");
        require(ENTITY_ID.matcher(id).matches() && id.startsWith(platform + "."), "default_entity_id " + id);
        require(entity.path("name").isNull() || !entity.path("name").asString("").isBlank(), platform + " has no name");
        var category = entity.path("entity_category").asString("");
        require(!(category.equals("config") && platform.endsWith("sensor")), "a sensor configures nothing");
    }

    private void light(JsonNode light) {
        var modes = new HashSet<String>();
        light.path("supported_color_modes").forEach(mode -> modes.add(mode.asString("")));
        require(!modes.isEmpty(), "no colour modes");
        require(modes.size() == 1 || !(modes.contains("brightness") || modes.contains("onoff")),
                "brightness or onoff stand alone");
        require(Set.of("brightness", "color_temp", "hs").containsAll(modes), "unknown colour modes " + modes);
        require(!modes.contains("color_temp") || (light.path("color_temp_kelvin").asBoolean(false)
                && light.path("min_kelvin").asInt() < light.path("max_kelvin").asInt()), "a range of kelvins");
    }

    private void sensor(JsonNode sensor) {
        var isEnum = sensor.path("device_class").asString("").equals("enum");
        require(sensor.has("options") == isEnum, "options belong to an enum");
        require(!isEnum || !(sensor.has("state_class") || sensor.has("unit_of_measurement")), "an enum has no unit");
    }

    private void onlyKeys(JsonNode node, Set<String> known, String where) {
        node.propertyNames().forEach(key -> require(known.contains(key), where + " has the unknown key " + key));
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
