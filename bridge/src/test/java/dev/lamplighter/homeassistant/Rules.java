package dev.lamplighter.homeassistant;

import static java.util.Map.entry;

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
            List.of("command_topic", "payload_on"), "select", List.of("command_topic", "options"), "device_automation",
            List.of("automation_type", "topic", "type", "subtype"));
    /** What every entity may have; an unknown key is dropped without a word, so a misspelt one would do nothing. */
    private static final Set<String> ANY = Set.of("platform", "unique_id", "name", "default_entity_id", "device",
            "origin", "entity_category", "icon", "entity_picture", "enabled_by_default", "visible_by_default",
            "json_attributes_topic", "json_attributes_template", "qos", "encoding", "availability",
            "availability_mode", "group");
    private static final Map<String, Set<String>> MAY = Map.of("light",
            Set.of("schema", "command_topic", "state_topic", "supported_color_modes", "brightness",
                    "brightness_scale", "color_temp_kelvin", "min_kelvin", "max_kelvin", "min_mireds", "max_mireds",
                    "effect", "effect_list", "flash", "flash_time_short", "flash_time_long", "transition"),
            "button", Set.of("command_topic", "command_template", "payload_press", "device_class", "retain"), "number",
            Set.of("command_topic", "command_template", "state_topic", "value_template", "min", "max", "step", "mode",
                    "unit_of_measurement", "device_class"),
            "select", Set.of("command_topic", "command_template", "state_topic", "value_template", "options"), "sensor",
            Set.of("state_topic", "value_template", "device_class", "state_class", "unit_of_measurement", "options",
                    "expire_after", "force_update", "suggested_display_precision"),
            "binary_sensor",
            Set.of("state_topic", "value_template", "device_class", "payload_on", "payload_off", "expire_after",
                    "off_delay", "force_update"),
            "event", Set.of("state_topic", "event_types", "device_class", "value_template"), "scene",
            Set.of("command_topic", "payload_on", "retain"), "device_automation",
            Set.of("automation_type", "topic", "type", "subtype", "payload", "value_template"));
    private static final Map<String, Set<String>> CLASSES = Map.of("button", Set.of("identify", "restart", "update"),
            "event", Set.of("button", "doorbell", "motion"), "binary_sensor",
            Set.of("connectivity", "motion", "running"));
    /** Of sensors, with the unit that goes with each. */
    private static final Map<String, Set<String>> UNITS = Map.ofEntries(entry("temperature", Set.of("°C", "°F", "K")),
            entry("humidity", Set.of("%")), entry("pressure", Set.of("hPa", "Pa", "mbar", "kPa")),
            entry("illuminance", Set.of("lx")), entry("battery", Set.of("%")), entry("voltage", Set.of("V", "mV")),
            entry("signal_strength", Set.of("dBm", "dB")), entry("data_size", Set.of("B", "kB", "MB", "KiB", "MiB")),
            entry("duration", Set.of("s", "min", "h", "d", "ms")), entry("timestamp", Set.of("")),
            entry("enum", Set.of("")), entry("", Set.of("", "%")));
    private static final Set<String> STATE_CLASSES = Set.of("", "measurement", "total", "total_increasing");
    private static final Set<String> CATEGORIES = Set.of("", "config", "diagnostic");

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
            var may = new HashSet<>(MAY.getOrDefault(platform, Set.of()));
            may.addAll(ANY);
            onlyKeys(entity, may, platform);
        }
        var kind = entity.path("device_class").asString("");
        require(kind.isEmpty() || !CLASSES.containsKey(platform)
                || CLASSES.getOrDefault(platform, Set.of()).contains(kind), platform + " of the kind " + kind);
        require(CATEGORIES.contains(entity.path("entity_category").asString("")), "an unknown entity_category");
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
            case "select" -> require(!entity.path("options").isEmpty(), "nothing to select");
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
        var isKelvin = light.path("color_temp_kelvin").asBoolean(false);
        var unit = isKelvin ? "kelvin" : "mireds";
        require(!modes.contains("color_temp") || light.path("min_" + unit).asInt(0) < light.path("max_" + unit)
                .asInt(0), "a range of " + unit);
    }

    private void sensor(JsonNode sensor) {
        var isEnum = sensor.path("device_class").asString("").equals("enum");
        require(sensor.has("options") == isEnum, "options belong to an enum");
        var kind = sensor.path("device_class").asString("");
        require(UNITS.getOrDefault(kind, Set.of()).contains(sensor.path("unit_of_measurement").asString("")),
                "the unit of a sensor of the kind '" + kind + "'");
        require(STATE_CLASSES.contains(sensor.path("state_class").asString("")), "an unknown state_class");
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
