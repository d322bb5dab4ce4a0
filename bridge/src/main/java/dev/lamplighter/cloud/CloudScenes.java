package dev.lamplighter.cloud;

import dev.lamplighter.control.Outcome;
import dev.lamplighter.control.Outcome.Done;
import dev.lamplighter.control.Outcome.Refused;
import dev.lamplighter.control.Outcome.Unreachable;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Scene;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The scenes of an account out of LIFX's list, and a colour out of its answer. Read as leniently as {@link CloudLights}. */
final class CloudScenes {
    private static final String ONE_LIGHT = "id:";

    private CloudScenes() {}

    /** What has no UUID cannot be activated and is left out. */
    static Outcome<List<Scene>> read(JsonNode json) {
        if (!json.isArray()) {
            return new Unreachable<>("the LIFX Cloud answered with something that is not a list of scenes");
        }
        Map<UUID, Scene> scenes = new LinkedHashMap<>();
        for (var node : json) {
            uuid(node.path("uuid")).ifPresent(id -> scenes.putIfAbsent(id, new Scene(id,
                    Json.text(node.path("name")).orElse(id.toString()), lights(node.path("states")))));
        }
        return new Done<>(List.copyOf(scenes.values()));
    }

    private static Optional<UUID> uuid(JsonNode node) {
        try {
            return Json.text(node).map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Map<LightId, Change> lights(JsonNode states) {
        Map<LightId, Change> lights = new LinkedHashMap<>();
        for (var state : states) {
            Json.text(state.path("selector")).filter(selector -> selector.startsWith(ONE_LIGHT))
                    .flatMap(selector -> LightId.parse(selector.substring(ONE_LIGHT.length())))
                    .ifPresent(light -> lights.merge(light, change(state), Change::then));
        }
        return lights;
    }

    private static Change change(JsonNode state) {
        var change = change(Readings.power(state.path("power")), Readings.level(state.path("brightness")),
                Optional.of(state.path("color")).filter(CloudScenes::saysSomething).map(Readings::color));
        return Readings.level(state.path("infrared")).map(change::withInfrared).orElse(change);
    }

    /** A colour of which LIFX gives only the hue, or only the saturation, is none that a change could carry. */
    static Outcome<Change> color(JsonNode json) {
        if (!json.isObject()) {
            return new Unreachable<>("the LIFX Cloud answered with something that is not a colour");
        }
        var saturation = Json.number(json.path("saturation"));
        var hue = Json.number(json.path("hue"));
        var white = saturation.orElse(json.hasNonNull("kelvin") ? 0 : 1) == 0;
        if (!white && hue.isPresent() != saturation.isPresent()) {
            return new Refused<>("a colour needs both a hue and a saturation");
        }
        var color = Optional.of(json).filter(_ -> white || hue.isPresent()).map(Readings::color);
        var change = change(Optional.empty(), Readings.level(json.path("brightness")), color);
        return change.isNone() ? new Refused<>("the LIFX Cloud sees no colour in it") : new Done<>(change);
    }

    private static boolean saysSomething(JsonNode color) {
        return color.hasNonNull("saturation") || color.hasNonNull("kelvin");
    }

    private static Change change(Optional<Power> power, Optional<Level> level, Optional<Color> color) {
        return new Change(power, level, color, Optional.empty(), Fade.NONE);
    }
}
