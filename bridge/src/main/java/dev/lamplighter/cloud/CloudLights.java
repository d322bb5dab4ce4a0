package dev.lamplighter.cloud;

import dev.lamplighter.control.Way.Sighting;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Kelvins;
import dev.lamplighter.light.Light.Product;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Power;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The lights of an account out of LIFX's list. Read leniently: what is missing or of another kind than LIFX promises becomes the humblest
 * value, what is out of range its nearest end.
 *
 * @param skipped entries without a serial, which nothing could be sent to
 */
record CloudLights(List<Sighting> sightings, int skipped) {
    /** Below this a light looks white; LIFX's own app never sends a hue with less than 0.01. */
    private static final double PALEST_HUE = 0.005;
    /** Ten years: whatever is said beyond that makes no difference. */
    private static final double LONGEST_UNSEEN = 3e8;

    static CloudLights read(JsonNode list) {
        Map<LightId, Sighting> lights = new LinkedHashMap<>();
        var skipped = 0;
        for (var node : list) {
            var id = Json.text(node.path("id")).flatMap(LightId::parse);
            id.ifPresent(known -> lights.putIfAbsent(known, sighting(known, node)));
            skipped += id.isPresent() ? 0 : 1;
        }
        return new CloudLights(List.copyOf(lights.values()), skipped);
    }

    private static Sighting sighting(LightId id, JsonNode node) {
        var light = new Light(id, Json.text(node.path("label")).orElse(id.serial()), room(node.path("group")),
                room(node.path("location")), product(node));
        return new Sighting(light, state(node, light.product()), node.path("connected").asBoolean(false),
                unseen(node.path("seconds_since_seen")));
    }

    private static Duration unseen(JsonNode seconds) {
        return Duration.ofMillis(Math.round(Math.clamp(Json.number(seconds).orElse(0), 0, LONGEST_UNSEEN) * 1000));
    }

    private static Optional<Room> room(JsonNode node) {
        return Json.text(node.path("id")).map(id -> new Room(id, Json.text(node.path("name")).orElse(id)));
    }

    private static Product product(JsonNode node) {
        var product = node.path("product");
        var can = product.path("capabilities");
        // Lists without the flag show the value on infrared products only.
        var infrared = can.has("has_ir") ? can.path("has_ir").asBoolean(false) : node.hasNonNull("infrared");
        return new Product(Json.text(product.path("name")).orElse("LIFX"), can.path("has_color").asBoolean(false),
                infrared, can.path("has_multizone").asBoolean(false), can.path("has_matrix").asBoolean(false),
                can.path("has_hev").asBoolean(false), kelvins(can));
    }

    private static Kelvins kelvins(JsonNode can) {
        var least = kelvin(can.path("min_kelvin"), Color.WARMEST).kelvin();
        var most = kelvin(can.path("max_kelvin"), Color.COLDEST).kelvin();
        return least <= most ? new Kelvins(least, most) : Kelvins.ANY;
    }

    private static LightState state(JsonNode node, Product product) {
        var power = node.path("power").asString("").equals("on") ? Power.ON : Power.OFF;
        var infrared = product.infrared() ? level(node.path("infrared")) : Optional.<Level>empty();
        return new LightState(power, level(node.path("brightness")).orElse(Level.NONE), color(node.path("color")),
                infrared);
    }

    private static Optional<Level> level(JsonNode node) {
        return Json.number(node).stream().mapToObj(read -> new Level(fraction(read))).findFirst();
    }

    private static Color color(JsonNode node) {
        var saturation = fraction(Json.number(node.path("saturation")).orElse(0));
        if (saturation < PALEST_HUE) {
            return kelvin(node.path("kelvin"), Color.NEUTRAL);
        }
        var degrees = Math.clamp(Json.number(node.path("hue")).orElse(0), 0, 360);
        return Color.ofHue(Truncation.undone(degrees, 360), saturation);
    }

    private static double fraction(double read) {
        return Truncation.undone(Level.clipped(read).fraction(), 1);
    }

    private static Color.White kelvin(JsonNode node, int otherwise) {
        return Color.White.clipped(Math.round(Json.number(node).orElse(otherwise)));
    }
}
