package dev.lamplighter.cloud;

import dev.lamplighter.control.Way.Meant;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.LightCommand.Change;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What lights do once, as calls of LIFX's HTTP API. */
final class CloudActions {
    private CloudActions() {}

    /** @param lights left aside for a scene, which knows its own */
    static CloudRequest request(Meant lights, Action action) {
        return switch (action) {
            case Effect effect -> post(lights, List.of("effects", effect.word()), effect(effect));
            case Action.Clean clean -> post(lights, List.of("clean"), clean(clean));
            case Action.Cycle cycle -> post(lights, List.of("cycle"), cycle(cycle));
            case Action.Activate scene -> once("PUT", List.of("scenes", "scene_id:" + scene.scene(), "activate"),
                    scene(scene));
        };
    }

    private static CloudRequest post(Meant lights, List<String> what, ObjectNode body) {
        return once("POST", Stream.concat(Stream.of("lights", lights.text()), what.stream()).toList(), body);
    }

    private static CloudRequest once(String method, List<String> path, ObjectNode body) {
        return new CloudRequest(method, path, Optional.empty(), Optional.of(Json.write(body)), true);
    }

    private static ObjectNode effect(Effect effect) {
        var body = Json.object();
        return switch (effect) {
            case Effect.Breathe(var color, var from, var period, var cycles, var persist, var powerOn, var peak) ->
                wave(body, color, from).put("period", Decimals.seconds(period)).put("cycles", Decimals.count(cycles))
                        .put("persist", persist).put("power_on", powerOn).put("peak", Decimals.fraction(peak));
            case Effect.Pulse(var color, var from, var period, var cycles, var persist, var powerOn) ->
                wave(body, color, from).put("period", Decimals.seconds(period)).put("cycles", Decimals.count(cycles))
                        .put("persist", persist).put("power_on", powerOn);
            case Effect.Move(var backward, var period, var cycles, var powerOn) ->
                optional(direction(body, backward).put("period", Decimals.seconds(period)), "cycles",
                        cycles.map(Decimals::count)).put("power_on", powerOn);
            case Effect.Morph(var period, var duration, var palette, var powerOn) ->
                palette(lasting(body.put("period", Decimals.seconds(period)), duration), palette)
                        .put("power_on", powerOn);
            case Effect.Flame(var period, var duration, var powerOn) ->
                lasting(body.put("period", Decimals.seconds(period)), duration).put("power_on", powerOn);
            case Effect.Sky(_, var duration, var powerOn) -> lasting(body, duration).put("power_on", powerOn);
            case Effect.Off(var powerOff) -> body.put("power_off", powerOff);
        };
    }

    private static ObjectNode wave(ObjectNode body, Change color, Change from) {
        CloudRequests.text(color).ifPresent(text -> body.put("color", text));
        CloudRequests.text(from).ifPresent(text -> body.put("from_color", text));
        return body;
    }

    private static ObjectNode palette(ObjectNode body, List<Change> palette) {
        var colors = palette.stream().flatMap(color -> CloudRequests.text(color).stream()).toList();
        if (!colors.isEmpty()) {
            colors.forEach(body.putArray("palette")::add);
        }
        return body;
    }

    private static ObjectNode lasting(ObjectNode body, Optional<Double> duration) {
        return optional(body, "duration", duration.map(Decimals::seconds));
    }

    private static ObjectNode optional(ObjectNode body, String field, Optional<BigDecimal> value) {
        value.ifPresent(number -> body.put(field, number));
        return body;
    }

    private static ObjectNode direction(ObjectNode body, boolean backward) {
        return body.put("direction", backward ? "backward" : "forward");
    }

    private static ObjectNode clean(Action.Clean clean) {
        var body = Json.object().put("stop", clean.stop());
        clean.seconds().ifPresent(seconds -> body.put("duration", seconds));
        return body;
    }

    private static ObjectNode cycle(Action.Cycle cycle) {
        var body = Json.object();
        var states = body.putArray("states");
        cycle.states().forEach(state -> CloudRequests.fillWhatIsSaid(states.addObject(), state));
        CloudRequests.fill(body.putObject("defaults"), cycle.common());
        return direction(body, cycle.backward());
    }

    private static ObjectNode scene(Action.Activate scene) {
        var body = Json.object();
        scene.fade().ifPresent(fade -> body.put("duration", Decimals.seconds(fade.seconds())));
        if (!scene.ignore().isEmpty()) {
            var ignore = body.putArray("ignore");
            scene.ignore().stream().sorted().forEach(part -> ignore.add(part.name().toLowerCase(Locale.ROOT)));
        }
        if (!scene.overrides().isNone()) {
            CloudRequests.fillWhatIsSaid(body.putObject("overrides"), scene.overrides());
        }
        return body;
    }
}
