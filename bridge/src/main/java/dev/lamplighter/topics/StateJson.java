package dev.lamplighter.topics;

import dev.lamplighter.control.Known;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightState;
import dev.lamplighter.mqtt.Bytes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what lights show: Home Assistant's JSON light state, and what is ours. Home Assistant's units: brightness 1 to 255 and saturation 0
 * to 100, rounded to whole numbers; hue to a tenth of a degree; temperatures in K.
 */
final class StateJson {
    private StateJson() {}

    /**
     * @param cleaning what is known of its HEV cleaning
     * @param calendar from the times that control goes by to those that people read
     */
    static Bytes light(Known known, Optional<Cleaning> cleaning, UnaryOperator<Instant> calendar) {
        var light = known.light();
        var state = known.state();
        var json = shown(Shown.of(state, light.product()));
        state.infrared().ifPresent(infrared -> json.put("infrared", Math.round(infrared.fraction() * 1000) / 1000.0));
        zones(json, state.zones());
        cleaning.ifPresent(it -> it.write(json.putObject("hev"), calendar));
        json.put("label", light.label()).put("reachable", known.reachable())
                .put("via", Payloads.lower(known.via())).put("observed_at", time(calendar.apply(known.observedAt())))
                .put("source", Payloads.lower(known.source()));
        light.group().ifPresent(room -> json.put("group", room.name()));
        light.location().ifPresent(room -> json.put("location", room.name()));
        return Payloads.of(json.put("product", light.product().name()));
    }

    /** @param lights of the room, one or more; those that cannot be reached count only when none can */
    static Bytes room(Room room, List<Known> lights) {
        var isPredicted = Shown.counted(lights).stream()
                .anyMatch(known -> known.source() == Known.Source.PREDICTED);
        return Payloads.of(shown(Shown.of(lights)).put("label", room.name())
                .put("reachable", lights.stream().anyMatch(Known::reachable))
                .put("source", Payloads.lower(isPredicted ? Known.Source.PREDICTED : Known.Source.OBSERVED)));
    }

    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static ObjectNode shown(Shown shown) {
        var json = Payloads.JSON.createObjectNode().put("state", shown.lit() ? "ON" : "OFF");
        if (shown.level().fraction() > 0) {
            json.put("brightness", Math.max(1, bytes(shown.level())));
        }
        json.put("color_mode", shown.mode().word);
        switch (shown.color()) {
            case Color.Hue hue -> hue(json.putObject("color"), hue);
            case Color.White(var kelvin) -> json.put("color_temp", kelvin);
        }
        return json.put("effect", shown.effect());
    }

    private static void zones(ObjectNode json, List<LightState.Zone> zones) {
        if (!zones.isEmpty()) {
            var list = json.putArray("zones");
            zones.forEach(zone -> zone(list.addObject(), zone));
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
}
