package dev.lamplighter.web.relay;

import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Scene;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** A scene as LIFX lists it; when it was made is not known here. */
final class SceneJson {
    private SceneJson() {}

    static ObjectNode of(Scene scene) {
        var json = Json.object().put("uuid", scene.id().toString()).put("name", scene.name());
        json.putObject("account").put("uuid", LightJson.uuid("account"));
        var states = json.putArray("states");
        new TreeMap<>(scene.lights()).forEach((light, change) -> states.add(state(light, change)));
        return json;
    }

    private static ObjectNode state(LightId light, Change change) {
        var json = Json.object().put("selector", "id:" + light);
        change.power().ifPresent(power -> json.put("power", LightJson.word(power)));
        change.level().ifPresent(level -> json.set("brightness", LightJson.level(level)));
        change.color().ifPresent(color -> json.set("color", LightJson.color(color)));
        change.infrared().ifPresent(level -> json.set("infrared", LightJson.level(level)));
        return json;
    }
}
