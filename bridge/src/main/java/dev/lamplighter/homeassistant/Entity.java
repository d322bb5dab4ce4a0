package dev.lamplighter.homeassistant;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing of a device that Home Assistant shows, or a trigger for its automations.
 *
 * @param platform Home Assistant's word for its kind
 * @param key names it within its device; lower-case letters, digits and {@code _}
 * @param config all the rest
 */
record Entity(String platform, String key, ObjectNode config) {
    /** One that shows something. {@code name} is what people call it beside the name of its device. */
    static Entity named(String platform, String key, String name) {
        return new Entity(platform, key, JsonNodeFactory.instance.objectNode().put("name", name));
    }

    /** One that is what its device is there for, and has no name of its own. */
    static Entity main(String platform, String key) {
        return new Entity(platform, key, JsonNodeFactory.instance.objectNode().putNull("name"));
    }

    /** Something for automations alone. */
    static Entity trigger(String key) {
        return new Entity("device_automation", key,
                JsonNodeFactory.instance.objectNode().put("automation_type", "trigger"));
    }

    boolean isTrigger() {
        return platform.equals("device_automation");
    }

    Entity with(String option, String value) {
        config.put(option, value);
        return this;
    }

    Entity with(String option, boolean value) {
        config.put(option, value);
        return this;
    }

    Entity with(String option, int value) {
        config.put(option, value);
        return this;
    }

    /** What people look at only when something is wrong. */
    Entity diagnostic() {
        return with("entity_category", "diagnostic");
    }

    /** Known to Home Assistant, but shown only once somebody asks for it there. */
    Entity hidden() {
        return with("enabled_by_default", false);
    }
}
