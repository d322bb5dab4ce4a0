package dev.lamplighter.cloud;

import dev.lamplighter.control.Way.Sighting;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Kelvins;
import dev.lamplighter.light.Light.Product;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.LightState.Zone;
import dev.lamplighter.light.Power;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The lights of an account out of LIFX's list. Read leniently: what is missing or of another kind than LIFX promises becomes the humblest
 * value, what is out of range its nearest end.
 *
 * @param skipped entries without a serial, which nothing could be sent to
 */
record CloudLights(List<Sighting> sightings, int skipped) {
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
        var least = Readings.kelvin(can.path("min_kelvin"), Color.WARMEST).kelvin();
        var most = Readings.kelvin(can.path("max_kelvin"), Color.COLDEST).kelvin();
        return least <= most ? new Kelvins(least, most) : Kelvins.ANY;
    }

    private static LightState state(JsonNode node, Product product) {
        var power = Readings.power(node.path("power")).orElse(Power.OFF);
        var infrared = product.infrared() ? Readings.level(node.path("infrared")) : Optional.<Level>empty();
        return new LightState(power, Readings.level(node.path("brightness")).orElse(Level.NONE),
                Readings.color(node.path("color")), infrared, effect(node.path("effect")), zones(node.path("zones")));
    }

    private static Optional<String> effect(JsonNode node) {
        return Json.text(node).map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.equals(Effect.OFF));
    }

    /** None where the list has gaps: which of them a zone is would be a guess. */
    private static List<Zone> zones(JsonNode node) {
        var zones = new TreeMap<Integer, Zone>();
        for (var zone : node.path("zones")) {
            var index = (int) Json.number(zone.path("zone")).orElse(-1);
            zones.putIfAbsent(index,
                    new Zone(Readings.level(zone.path("brightness")).orElse(Level.NONE), Readings.color(zone)));
        }
        var count = (int) Json.number(node.path("count")).orElse(zones.size());
        var whole = !zones.isEmpty() && zones.firstKey() == 0 && zones.lastKey() == count - 1 && zones.size() == count;
        return whole ? List.copyOf(zones.values()) : List.of();
    }
}
