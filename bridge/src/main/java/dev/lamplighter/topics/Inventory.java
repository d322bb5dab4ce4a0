package dev.lamplighter.topics;

import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Scene;
import dev.lamplighter.mqtt.Bytes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Writes what there is: lights, their groups, scenes. */
final class Inventory {
    private Inventory() {}

    static Bytes lights(Collection<Light> lights) {
        var json = Payloads.JSON.createArrayNode();
        lights.forEach(light -> describe(json.addObject(), light));
        return Payloads.of(json);
    }

    private static void describe(ObjectNode json, Light light) {
        json.put("id", light.id().serial()).put("label", light.label());
        light.group().ifPresent(room -> room(json.putObject("group"), room));
        light.location().ifPresent(room -> room(json.putObject("location"), room));
        var product = light.product();
        json.putObject("product").put("name", product.name()).put("color", product.color())
                .put("infrared", product.infrared())
                .put("multizone", product.multizone()).put("matrix", product.matrix()).put("hev", product.hev())
                .put("min_kelvin", product.kelvin().least()).put("max_kelvin", product.kelvin().most());
    }

    private static void room(ObjectNode json, Room room) {
        json.put("id", room.id()).put("name", room.name());
    }

    /** The groups that {@code lights} are in; where a group is, its first light says. */
    static Bytes groups(Collection<Light> lights) {
        var members = new TreeMap<String, List<Light>>();
        lights.forEach(light -> light.group()
                .ifPresent(room -> members.computeIfAbsent(room.id(), _ -> new ArrayList<>()).add(light)));
        var json = Payloads.JSON.createArrayNode();
        members.values().forEach(group -> describe(json.addObject(), group));
        return Payloads.of(json);
    }

    private static void describe(ObjectNode json, List<Light> group) {
        var first = group.getFirst();
        first.group().ifPresent(room -> room(json, room));
        first.location().ifPresent(room -> room(json.putObject("location"), room));
        ids(json, group.stream().map(Light::id).toList());
    }

    static Bytes scenes(List<Scene> scenes) {
        var json = Payloads.JSON.createArrayNode();
        for (var scene : scenes) {
            var one = json.addObject().put("id", scene.id().toString()).put("name", scene.name());
            ids(one, scene.lights().keySet());
        }
        return Payloads.of(json);
    }

    private static void ids(ObjectNode json, Collection<LightId> lights) {
        var list = json.putArray("lights");
        lights.stream().sorted().forEach(id -> list.add(id.serial()));
    }
}
