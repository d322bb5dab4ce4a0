package dev.lamplighter.cloud;

import dev.lamplighter.light.Color;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Power;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How LIFX says what something looks like, with its rounding undone. */
final class Readings {
    /** Below this a light looks white; LIFX's own app never sends a hue with less than 0.01. */
    private static final double PALEST_HUE = 0.005;

    private Readings() {}

    static Optional<Power> power(JsonNode node) {
        return switch (node.asString("")) {
            case "on" -> Optional.of(Power.ON);
            case "off" -> Optional.of(Power.OFF);
            default -> Optional.empty();
        };
    }

    static Optional<Level> level(JsonNode node) {
        return Json.number(node).stream().mapToObj(read -> new Level(fraction(read))).findFirst();
    }

    /** Of an object with {@code hue}, {@code saturation} and {@code kelvin}; what it does not say is no saturation or red. */
    static Color color(JsonNode node) {
        var saturation = fraction(Json.number(node.path("saturation")).orElse(0));
        if (saturation < PALEST_HUE) {
            return kelvin(node.path("kelvin"), Color.NEUTRAL);
        }
        var degrees = Math.clamp(Json.number(node.path("hue")).orElse(0), 0, 360);
        return Color.ofHue(Truncation.undone(degrees, 360), saturation);
    }

    static Color.White kelvin(JsonNode node, int otherwise) {
        return Color.White.clipped(Math.round(Json.number(node).orElse(otherwise)));
    }

    private static double fraction(double read) {
        return Truncation.undone(Level.clipped(read).fraction(), 1);
    }
}
