package dev.lamplighter.web.relay;

import dev.lamplighter.control.Known;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Power;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A light as LIFX lists it. */
final class LightJson {
    private LightJson() {}

    static ObjectNode of(Known known, Instant now) {
        var light = known.light();
        var state = known.state();
        var json = Json.object().put("id", light.id().serial()).put("uuid", uuid(light.id().serial()))
                .put("label", light.label()).put("connected", known.reachable()).put("power", word(state.power()));
        json.set("color", color(state.color()));
        json.set("brightness", level(state.level()));
        state.infrared().ifPresent(infrared -> json.set("infrared", level(infrared)));
        json.put("effect", state.effect().orElse(Effect.OFF).toUpperCase(Locale.ROOT));
        if (light.product().multizone()) {
            json.set("zones", zones(state));
        }
        light.group().ifPresent(room -> json.set("group", room(room)));
        light.location().ifPresent(room -> json.set("location", room(room)));
        json.set("product", product(light.product()));
        return json.put("last_seen", known.observedAt().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("seconds_since_seen", Math.max(0, Duration.between(known.observedAt(), now).toSeconds()));
    }

    static String word(Power power) {
        return power == Power.ON ? "on" : "off";
    }

    /** All three are always there, though a light shows either a hue or a white. */
    static ObjectNode color(Color color) {
        var json = Json.object();
        switch (color) {
            case Color.Hue(var degrees, var saturation) -> {
                json.set("hue", Json.number(degrees));
                json.set("saturation", Json.number(saturation));
                json.put("kelvin", Color.NEUTRAL);
            }
            case Color.White(var kelvin) -> json.put("hue", 0).put("saturation", 0).put("kelvin", kelvin);
        }
        return json;
    }

    static JsonNode level(Level level) {
        return Json.number(level.fraction());
    }

    /** Always the same for the same, but not LIFX's own. */
    static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static ObjectNode zones(LightState state) {
        var json = Json.object().put("count", state.zones().size());
        var list = json.putArray("zones");
        for (var index = 0; index < state.zones().size(); index++) {
            var zone = list.addObject().put("zone", index);
            zone.setAll(color(state.zones().get(index).color()));
            zone.set("brightness", level(state.zones().get(index).level()));
        }
        return json;
    }

    private static ObjectNode room(Light.Room room) {
        return Json.object().put("id", room.id()).put("name", room.name());
    }

    private static ObjectNode product(Light.Product product) {
        var kelvin = product.kelvin();
        var json = Json.object().put("name", product.name())
                .put("identifier", product.name().toLowerCase(Locale.ROOT).replace(' ', '_')).put("company", "LIFX")
                .put("vendor_id", 1);
        json.putObject("capabilities").put("has_color", product.color())
                .put("has_variable_color_temp", kelvin.least() < kelvin.most()).put("has_ir", product.infrared())
                .put("has_hev", product.hev()).put("has_chain", false).put("has_matrix", product.matrix())
                .put("has_multizone", product.multizone()).put("min_kelvin", kelvin.least())
                .put("max_kelvin", kelvin.most());
        return json;
    }
}
