package dev.lamplighter.simulator;

import dev.lamplighter.light.Power;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the requests that list and activate scenes. */
final class SceneActions {
    private static final Set<String> IGNORABLE = Set.of("power", "infrared", "duration", "intensity", "hue",
            "saturation", "brightness", "kelvin");
    private static final String PREFIX = "scene_id:";
    private static final String ACCOUNT = "b7d0a6f4-0c5e-4a87-8d0d-3a7c9f2e1b60";

    private SceneActions() {}

    static Reply list(Turn turn) {
        var list = Json.object().putArray("scenes");
        turn.scenes().forEach(scene -> list.add(json(scene)));
        return Reply.json(200, list);
    }

    static Action activate(String selector, Fields fields, Fields overrides) {
        if (!selector.startsWith(PREFIX)) {
            throw Refusal.of("selector", "is invalid");
        }
        var duration = fields.duration();
        fields.read("overrides", value -> Optional.of(value).filter(JsonNode::isObject));
        var ignored = fields.read("ignore", SceneActions::ignored).orElse(Set.of());
        var fast = fields.flag("fast", false);
        fields.refuseProblems();
        var over = StateActions.change(overrides);
        var time = overrides.duration().or(() -> duration).orElse(LightChange.STANDARD);
        overrides.refuseProblems();
        return turn -> {
            var scene = turn.scene(selector.substring(PREFIX.length()))
                    .orElseThrow(() -> new Refusal(Reply.error(404, "no such scene")));
            var chosen = turn.require(LightSelector.parse(selector));
            var results = Results.of(turn, chosen,
                    (light, _) -> turn.faded(light, over.on(shown(scene, light, ignored), Set.of()), time));
            return Results.reply(results, fields.unknown(), fast);
        };
    }

    private static SimulatedLight shown(SimulatedScene scene, SimulatedLight light, Set<String> ignored) {
        var part = scene.parts().stream().filter(it -> it.light().equals(light.id())).findFirst().orElseThrow();
        var power = Optional.of(part.power()).filter(_ -> !ignored.contains("power"));
        return new LightChange(power, before -> mixed(before, part.color(), ignored), infrared -> infrared,
                LightChange.STANDARD).on(light, Set.of());
    }

    private static Hsbk mixed(Hsbk before, Hsbk scene, Set<String> ignored) {
        return new Hsbk(ignored.contains("hue") ? before.hue() : scene.hue(),
                ignored.contains("saturation") ? before.saturation() : scene.saturation(),
                ignored.contains("brightness") || ignored.contains("intensity")
                        ? before.brightness()
                        : scene.brightness(),
                ignored.contains("kelvin") ? before.kelvin() : scene.kelvin());
    }

    private static Optional<Set<String>> ignored(JsonNode value) {
        var names = new TreeSet<String>();
        for (var name : value) {
            names.add(name.asString(""));
        }
        return value.isArray() && IGNORABLE.containsAll(names) ? Optional.of(names) : Optional.empty();
    }

    private static ObjectNode json(SimulatedScene scene) {
        var json = Json.object().put("uuid", scene.id().toString()).put("name", scene.name());
        json.putObject("account").put("uuid", ACCOUNT);
        var states = json.putArray("states");
        scene.parts().forEach(part -> states.add(json(part)));
        var created = scene.created().getEpochSecond();
        return json.put("created_at", created).put("updated_at", created);
    }

    private static ObjectNode json(SimulatedScene.Part part) {
        var json = Json.object().put("selector", "id:" + part.light()).put("power",
                part.power() == Power.ON ? "on" : "off");
        json.set("brightness", Json.number(part.color().bright()));
        json.set("color", LightJson.color(part.color()));
        return json;
    }
}
