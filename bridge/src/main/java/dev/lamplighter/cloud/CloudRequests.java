package dev.lamplighter.cloud;

import dev.lamplighter.control.Way;
import dev.lamplighter.control.Way.Part;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** What is wished of lights as calls of LIFX's HTTP API; each wish is one call, as calls are what LIFX counts. */
final class CloudRequests {
    /** The most selectors that LIFX takes in one list. */
    private static final int MOST_IN_A_LIST = 25;

    private CloudRequests() {}

    static CloudRequest lights() {
        return new CloudRequest("GET", List.of("lights", new Selector.All().text()), Optional.empty());
    }

    /** @param parts 1 to {@link Way#MOST_PARTS}, each for another light */
    static CloudRequest apply(List<Part> parts) {
        var entries = entries(parts);
        return entries.size() == 1 ? one(entries.getFirst()) : many(entries);
    }

    /** Lights that get the same, few enough for one list. */
    private record Entry(List<LightId> lights, Change change) {
        String selector() {
            return lights.stream().map(light -> new Selector.Id(light).text()).collect(Collectors.joining(","));
        }
    }

    private static List<Entry> entries(List<Part> parts) {
        if (parts.isEmpty() || parts.size() > Way.MOST_PARTS) {
            throw new IllegalArgumentException("a request has 1 to 50 parts, not " + parts.size());
        }
        var byChange = new LinkedHashMap<Change, List<LightId>>();
        parts.forEach(part -> byChange.computeIfAbsent(part.change(), _ -> new ArrayList<>()).add(part.light()));
        var entries = new ArrayList<Entry>();
        byChange.forEach((change, lights) -> chunks(lights).forEach(chunk -> entries.add(new Entry(chunk, change))));
        return entries;
    }

    private static List<List<LightId>> chunks(List<LightId> lights) {
        var chunks = new ArrayList<List<LightId>>();
        for (var from = 0; from < lights.size(); from += MOST_IN_A_LIST) {
            chunks.add(lights.subList(from, Math.min(lights.size(), from + MOST_IN_A_LIST)));
        }
        return chunks;
    }

    private static CloudRequest one(Entry entry) {
        return put(List.of("lights", entry.selector(), "state"), fill(Json.object(), entry.change()));
    }

    private static CloudRequest many(List<Entry> entries) {
        var body = Json.object();
        var states = body.putArray("states");
        entries.forEach(entry -> fill(states.addObject().put("selector", entry.selector()), entry.change()));
        return put(List.of("lights", "states"), body);
    }

    private static CloudRequest put(List<String> path, ObjectNode body) {
        return new CloudRequest("PUT", path, Optional.of(Json.write(body)));
    }

    private static ObjectNode fill(ObjectNode state, Change change) {
        change.power().ifPresent(power -> state.put("power", power == Power.ON ? "on" : "off"));
        change.color().ifPresent(color -> state.put("color", text(color)));
        change.level().ifPresent(level -> state.put("brightness", Decimals.fraction(level.fraction())));
        change.infrared().ifPresent(level -> state.put("infrared", Decimals.fraction(level.fraction())));
        // Without a duration LIFX fades for a second.
        return state.put("duration", Decimals.seconds(change.fade().seconds()));
    }

    private static String text(Color color) {
        return switch (color) {
            case Color.White(var kelvin) -> "kelvin:" + kelvin;
            case Color.Hue(var degrees, var saturation) -> "hue:" + Decimals.degrees(degrees).toPlainString()
                    + " saturation:" + Decimals.fraction(saturation).toPlainString();
        };
    }
}
