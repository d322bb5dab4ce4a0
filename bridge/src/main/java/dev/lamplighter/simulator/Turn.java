package dev.lamplighter.simulator;

import dev.lamplighter.light.LightId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** One request's stay in the household: it sees the lights and leaves others behind. For the one thread that has the household's lock. */
final class Turn {
    /** A light that a selector chose, whole or with some of its zones. */
    record Chosen(LightId id, Set<Integer> zones) {}

    /** @param fades whether transitions take their time */
    record World(InstantSource clock, RandomGenerator random, boolean fades) {}

    /** What of the world outside the household a turn meets. */
    record Surroundings(List<SimulatedScene> scenes, Function<LightId, Delivery> deliveries, World world) {}

    private final Map<LightId, SimulatedLight> lights = new LinkedHashMap<>();
    private final Map<LightId, Delivery> deliveries = new HashMap<>();
    private final Surroundings surroundings;
    private final Instant now;

    Turn(Map<LightId, SimulatedLight> lights, Surroundings surroundings) {
        this.surroundings = surroundings;
        this.now = surroundings.world().clock().instant();
        lights.forEach((id, light) -> this.lights.put(id, light.settled(now)));
    }

    Instant now() {
        return now;
    }

    Map<LightId, SimulatedLight> lights() {
        return lights;
    }

    SimulatedLight light(LightId id) {
        return Optional.ofNullable(lights.get(id)).orElseThrow();
    }

    /** The same answer however often one request asks: it meets a light's fault once. */
    Delivery delivery(LightId id) {
        var delivery = deliveries.computeIfAbsent(id, surroundings.deliveries());
        return light(id).course().absence().isPresent() ? Delivery.OFFLINE : delivery;
    }

    /** Wishes a change of a light, which may not reach it. */
    Delivery send(LightId id, UnaryOperator<SimulatedLight> change) {
        var delivery = delivery(id);
        if (delivery.changes()) {
            lights.computeIfPresent(id, (_, light) -> change.apply(light));
        }
        return delivery;
    }

    /** The light as changed, which it reaches by and by from what it shows now. */
    SimulatedLight faded(SimulatedLight before, SimulatedLight after, Duration over) {
        return surroundings.world().fades() && !over.isZero()
                ? after.fadingFrom(before.at(now).look(), now, over)
                : after;
    }

    /** @throws Refusal (404) when nothing is selected */
    List<Chosen> require(LightSelector selector) {
        var chosen = select(selector);
        if (chosen.isEmpty()) {
            throw new Refusal(Reply.error(404, "no light matches " + selector.text()));
        }
        return chosen;
    }

    /** Each light once, in the household's order; chosen whole as well as in part, it is chosen whole. */
    List<Chosen> select(LightSelector selector) {
        var zones = new HashMap<LightId, Set<Integer>>();
        for (var part : selector.parts()) {
            for (var light : matching(part)) {
                zones.merge(light.id(), part.zones(), Turn::union);
            }
        }
        return lights.keySet().stream().filter(zones::containsKey)
                .map(id -> new Chosen(id, zones.getOrDefault(id, Set.of()))).toList();
    }

    Optional<SimulatedScene> scene(String uuid) {
        return surroundings.scenes().stream().filter(scene -> scene.id().toString().equalsIgnoreCase(uuid)).findFirst();
    }

    List<SimulatedScene> scenes() {
        return surroundings.scenes();
    }

    private List<SimulatedLight> matching(LightSelector.Part part) {
        var matching = new ArrayList<SimulatedLight>();
        for (var light : lights.values()) {
            if (matches(part, light)) {
                matching.add(light);
            }
        }
        return part.random() && !matching.isEmpty()
                ? List.of(matching.get(surroundings.world().random().nextInt(matching.size())))
                : matching;
    }

    private boolean matches(LightSelector.Part part, SimulatedLight light) {
        return switch (part.kind()) {
            case ALL -> true;
            case ID -> light.id().serial().equals(part.value());
            case LABEL -> light.label().equals(part.value());
            case GROUP_ID -> light.group().id().equals(part.value());
            case GROUP -> light.group().name().equals(part.value());
            case LOCATION_ID -> light.location().id().equals(part.value());
            case LOCATION -> light.location().name().equals(part.value());
            case SCENE_ID -> scene(part.value()).filter(scene -> scene.names(light.id())).isPresent();
        };
    }

    private static Set<Integer> union(Set<Integer> one, Set<Integer> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Set.of();
        }
        var both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }
}
