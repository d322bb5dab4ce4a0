package dev.lamplighter.control;

import dev.lamplighter.light.Light;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Scene;
import dev.lamplighter.light.Selector;
import dev.lamplighter.light.Zones;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Which of the lights that are known a selector means. */
public record Targets(List<Known> all, Map<UUID, Scene> scenes, RandomGenerator random) {
    /**
     * A light that is meant.
     *
     * @param zones empty for all of it
     */
    public record Target(Known light, Optional<Zones> zones) {
        public LightId id() {
            return light.light().id();
        }

        /** Meant twice, all that is meant either time. */
        private Target and(Target other) {
            return new Target(light, zones.flatMap(some -> other.zones.map(some::and)));
        }
    }

    /** Each light once. */
    public Collection<Target> of(Selector selector) {
        return chosen(selector).stream()
                .collect(Collectors.toMap(Target::id, target -> target, Target::and, TreeMap::new)).values();
    }

    private List<Target> chosen(Selector selector) {
        return switch (selector) {
            case Selector.Union(var parts) -> parts.stream().flatMap(part -> chosen(part).stream()).toList();
            case Selector.Zoned(var of, var zones) -> chosen(of).stream()
                    .map(target -> new Target(target.light, Optional.of(zones))).toList();
            case Selector.Random(var of) -> anyOf(chosen(of));
            case Selector.All() -> matching(_ -> true);
            case Selector.Id(var id) -> matching(light -> light.id().equals(id));
            case Selector.Label(var label) -> matching(light -> light.label().equals(label));
            case Selector.Group(var name) -> inRoom(Light::group, room -> room.name().equals(name));
            case Selector.GroupId(var id) -> inRoom(Light::group, room -> room.id().equals(id));
            case Selector.Location(var name) -> inRoom(Light::location, room -> room.name().equals(name));
            case Selector.LocationId(var id) -> inRoom(Light::location, room -> room.id().equals(id));
            case Selector.SceneId(var uuid) -> matching(light -> Optional.ofNullable(scenes.get(uuid))
                    .filter(scene -> scene.lights().containsKey(light.id())).isPresent());
        };
    }

    private List<Target> anyOf(List<Target> several) {
        return several.isEmpty() ? several : List.of(several.get(random.nextInt(several.size())));
    }

    private interface RoomOf {
        Optional<Light.Room> in(Light light);
    }

    private List<Target> inRoom(RoomOf rooms, Predicate<Light.Room> which) {
        return matching(light -> rooms.in(light).filter(which).isPresent());
    }

    private List<Target> matching(Predicate<Light> which) {
        return all.stream().filter(known -> which.test(known.light()))
                .map(known -> new Target(known, Optional.empty())).toList();
    }
}
