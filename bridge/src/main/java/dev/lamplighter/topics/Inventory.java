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
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ObjectNode;

/** Writes what there is: lights, their groups and locations, scenes. */
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
        return rooms(lights, RoomKind.GROUP, (json, first) -> first.location()
                .ifPresent(room -> room(json.putObject("location"), room)));
    }

    /** The locations that {@code lights} are in. */
    static Bytes locations(Collection<Light> lights) {
        return rooms(lights, RoomKind.LOCATION, (_, _) -> {});
    }

    private static Bytes rooms(Collection<Light> lights, RoomKind kind, BiConsumer<ObjectNode, Light> more) {
        var members = new TreeMap<String, List<Light>>();
        lights.forEach(light -> kind.of(light)
                .ifPresent(room -> members.computeIfAbsent(room.id(), _ -> new ArrayList<>()).add(light)));
        var list = Payloads.JSON.createArrayNode();
        for (var together : members.values()) {
            var json = list.addObject();
            var first = together.getFirst();
            kind.of(first).ifPresent(room -> room(json, room));
            more.accept(json, first);
            ids(json, together.stream().map(Light::id).toList());
        }
        return Payloads.of(list);
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
