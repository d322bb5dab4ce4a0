package dev.lamplighter.topics;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.Result;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Power;
import dev.lamplighter.mqtt.Bytes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what we publish. Home Assistant's units: brightness 0 to 255 and saturation 0 to 100, rounded to whole numbers; hue to a tenth of a
 * degree; temperatures in K.
 */
final class Payloads {
    static final JsonMapper JSON = new JsonMapper();

    private Payloads() {}

    static Bytes of(JsonNode json) {
        return Bytes.of(JSON.writeValueAsBytes(json));
    }

    /** @param observed when it was seen, by the calendar */
    static Bytes state(Known known, Instant observed) {
        var json = JSON.createObjectNode();
        var light = known.light();
        shown(json, known.state(), light.product());
        json.put("label", light.label());
        json.put("reachable", known.reachable());
        json.put("via", lower(known.via()));
        json.put("observed_at", observed.truncatedTo(ChronoUnit.MILLIS).toString());
        json.put("source", lower(known.source()));
        light.group().ifPresent(room -> json.put("group", room.name()));
        light.location().ifPresent(room -> json.put("location", room.name()));
        json.put("product", light.product().name());
        return of(json);
    }

    private static void shown(ObjectNode json, LightState state, Light.Product product) {
        json.put("state", state.power() == Power.ON ? "ON" : "OFF");
        json.put("brightness", bytes(state.level()));
        color(json, state.color(), product);
        state.infrared().ifPresent(infrared -> json.put("infrared", Math.round(infrared.fraction() * 1000) / 1000.0));
        if (product.multizone() || product.matrix() || state.effect().isPresent()) {
            json.put("effect", state.effect().orElse("none"));
        }
        if (!state.zones().isEmpty()) {
            var zones = json.putArray("zones");
            state.zones().forEach(zone -> zone(zones.addObject(), zone));
        }
    }

    private static void color(ObjectNode json, Color color, Light.Product product) {
        switch (color) {
            case Color.Hue hue -> {
                json.put("color_mode", "hs");
                hue(json.putObject("color"), hue);
            }
            case Color.White(var kelvin) -> {
                json.put("color_mode", hasTemperatures(product) ? "color_temp" : "brightness");
                json.put("color_temp", kelvin);
            }
        }
    }

    private static void zone(ObjectNode json, LightState.Zone zone) {
        json.put("brightness", bytes(zone.level()));
        switch (zone.color()) {
            case Color.Hue hue -> hue(json, hue);
            case Color.White(var kelvin) -> json.put("color_temp", kelvin);
        }
    }

    private static void hue(ObjectNode json, Color.Hue hue) {
        json.put("h", Math.round(hue.degrees() * 10) / 10.0 % 360).put("s", Math.round(hue.saturation() * 100));
    }

    private static long bytes(Level level) {
        return Math.round(level.fraction() * 255);
    }

    private static boolean hasTemperatures(Light.Product product) {
        return product.kelvin().least() < product.kelvin().most();
    }

    static Bytes result(Wish wish, Result result) {
        var json = JSON.createObjectNode();
        wish.id().ifPresent(id -> json.put("id", id));
        status(json, result, reason(result, wish.ignored()));
        return of(json);
    }

    /** The result of something that could not even be read as a command; its sender's name for it may be readable all the same. */
    static Bytes result(Optional<String> name, Result result) {
        var json = JSON.createObjectNode();
        name.ifPresent(id -> json.put("id", id));
        status(json, result, result.reason());
        return of(json);
    }

    private static void status(ObjectNode json, Result result, Optional<String> reason) {
        json.put("status", lower(result.status()));
        reason.ifPresent(why -> json.put("reason", why));
        var lights = json.putObject("lights");
        result.lights().forEach((light, reach) -> lights.put(light.serial(), lower(reach)));
        result.via().ifPresent(via -> json.put("via", lower(via)));
        json.put("took_ms", result.took().toMillis());
    }

    private static Optional<String> reason(Result result, Collection<String> ignored) {
        if (ignored.isEmpty()) {
            return result.reason();
        }
        var word = "unknown keys ignored: " + String.join(", ", ignored);
        return Optional.of(result.reason().map(why -> why + "; " + word).orElse(word));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
