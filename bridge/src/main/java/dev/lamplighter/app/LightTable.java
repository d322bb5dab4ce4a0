package dev.lamplighter.app;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Lights in lines for people. */
final class LightTable {
    private LightTable() {}

    /** @param lights as in the inventory, each with its {@code state} where that is known */
    static List<String> of(ArrayNode lights) {
        return Table.lines(List.of("LIGHT", "STATE", "BRIGHTNESS", "COLOUR", "GROUP", "ID"),
                lights.valueStream().map(LightTable::row).toList());
    }

    private static List<String> row(JsonNode light) {
        var state = light.path("state");
        return List.of(light.path("label").asString(""), state(state), brightness(state), color(state),
                light.path("group").path("name").asString(""), light.path("id").asString(""));
    }

    private static String state(JsonNode state) {
        if (!state.isObject()) {
            return "unknown";
        }
        if (!state.path("reachable").asBoolean(false)) {
            return "away";
        }
        var effect = state.path("effect").asString("off");
        return state.path("state").asString("").toLowerCase(Locale.ROOT) + (effect.equals("off") ? "" : ", " + effect);
    }

    private static String brightness(JsonNode state) {
        return state.path("brightness").isNumber()
                ? Math.round(state.path("brightness").doubleValue() / 255 * 100) + " %"
                : "";
    }

    private static String color(JsonNode state) {
        if (state.path("color_temp").isNumber()) {
            return state.path("color_temp").intValue() + " K";
        }
        var color = state.path("color");
        return color.isObject()
                ? Math.round(color.path("h").asDouble(0)) + "° " + Math.round(color.path("s").asDouble(0)) + " %"
                : "";
    }
}
