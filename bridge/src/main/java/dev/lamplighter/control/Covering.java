package dev.lamplighter.control;

import dev.lamplighter.control.Way.Meant;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Selector;
import dev.lamplighter.light.Zones;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Says which lights are meant in as few selectors as can be: a room or the whole home where that is what they are, else a list of ids. */
final class Covering {
    private final Set<LightId> all = new HashSet<>();
    private final Map<Set<LightId>, Selector> rooms = new HashMap<>();

    Covering(Collection<Light> lights) {
        lights.forEach(light -> all.add(light.id()));
        // Where a location is a group, the group says it; where a group is all there is, all does.
        rooms(lights, Light::location, Selector.LocationId::new);
        rooms(lights, Light::group, Selector.GroupId::new);
        rooms.put(all, new Selector.All());
    }

    private void rooms(Collection<Light> lights, Function<Light, Optional<Room>> room,
            Function<String, Selector> selector) {
        var members = new HashMap<String, Set<LightId>>();
        lights.forEach(light -> room.apply(light)
                .ifPresent(it -> members.computeIfAbsent(it.id(), _ -> new HashSet<>()).add(light.id())));
        members.forEach((id, inside) -> rooms.put(inside, selector.apply(id)));
    }

    /** Selectors that together mean exactly {@code lights}, each short enough for one request. */
    List<Meant> of(Set<LightId> lights, Optional<Zones> zones) {
        if (lights.size() == 1) {
            return List.of(new Meant(new Selector.Id(lights.iterator().next()), lights, zones));
        }
        return Optional.ofNullable(rooms.get(lights)).map(room -> List.of(new Meant(room, lights, zones)))
                .orElseGet(() -> lists(lights, zones));
    }

    /** How many selectors that will be at most. */
    static int most(int lights) {
        return (lights + Selector.MOST - 1) / Selector.MOST;
    }

    private static List<Meant> lists(Set<LightId> lights, Optional<Zones> zones) {
        var sorted = List.copyOf(new TreeSet<>(lights));
        var meant = new ArrayList<Meant>();
        for (var from = 0; from < sorted.size(); from += Selector.MOST) {
            var some = sorted.subList(from, Math.min(sorted.size(), from + Selector.MOST));
            var ids = some.stream().<Selector>map(Selector.Id::new).toList();
            meant.add(new Meant(ids.size() == 1 ? ids.getFirst() : new Selector.Union(ids), new TreeSet<>(some),
                    zones));
        }
        return meant;
    }
}
