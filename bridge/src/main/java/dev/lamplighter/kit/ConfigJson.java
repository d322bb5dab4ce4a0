package dev.lamplighter.kit;

import dev.lamplighter.light.Secret;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code config.json}, for firmware in MicroPython. Its user adds to it what hangs on the board; that is kept. Pure. */
final class ConfigJson {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CA = "ca";

    private ConfigJson() {}

    /**
     * The file as it is to be. Letters beyond ASCII stand in it as they are: MicroPython does not put the two halves of an escaped one
     * together.
     *
     * @param before the file as it is, which need not be good JSON
     */
    static String of(Kit kit, Optional<String> before) {
        var config = before.flatMap(ConfigJson::object).orElseGet(JsonNodeFactory.instance::objectNode);
        config.put("name", kit.name());
        wifi(kit.wifi(), section(config, "wifi"));
        mqtt(kit, section(config, "mqtt"));
        section(config, "topics").put("base", kit.topics().base()).put("boards", kit.topics().boards());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(config) + "\n";
    }

    /** What stands in it of the board's own; nothing where that is not whole. */
    static Optional<KitFolder.Content> content(String text) {
        return object(text).map(config -> config.path("mqtt")).filter(ConfigJson::isWhole)
                .map(mqtt -> new KitFolder.Content(
                        new Endpoint(mqtt.path("host").stringValue(), mqtt.path("port").intValue(),
                                mqtt.path("tls").booleanValue()),
                        mqtt.path("username").stringValue(), new Secret(mqtt.path("password").stringValue())));
    }

    private static boolean isWhole(JsonNode mqtt) {
        var port = mqtt.path("port");
        return mqtt.path("host").isString() && !mqtt.path("host").stringValue().isBlank() && port.isInt()
                && port.intValue() > 0 && port.intValue() <= 65_535 && mqtt.path("tls").isBoolean()
                && mqtt.path("username").isString() && mqtt.path("password").isString();
    }

    private static void wifi(Kit.Wifi wifi, ObjectNode section) {
        if (!wifi.equals(Kit.Wifi.UNKNOWN) || section.isEmpty()) {
            section.put("ssid", wifi.ssid()).put("password", wifi.password().reveal());
        }
    }

    private static void mqtt(Kit kit, ObjectNode section) {
        section.put("host", kit.broker().host()).put("port", kit.broker().port()).put("tls", kit.broker().tls());
        if (kit.broker().tls()) {
            section.put(CA, KitFolder.CA_DER);
        } else {
            section.remove(CA);
        }
        section.put("username", kit.name()).put("password", kit.password().reveal());
    }

    private static ObjectNode section(ObjectNode config, String name) {
        return config.get(name) instanceof ObjectNode section ? section : config.putObject(name);
    }

    private static Optional<ObjectNode> object(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode config ? Optional.of(config) : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
