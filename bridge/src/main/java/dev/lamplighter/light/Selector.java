package dev.lamplighter.light;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which lights are meant, in LIFX's terms. {@link #text()} prints LIFX's form and {@link #parse} reads it back. */
public sealed interface Selector {
    /** The most selectors that LIFX takes in one list. */
    int MOST = 25;

    record All() implements Selector {}

    record Id(LightId id) implements Selector {}

    record Label(String label) implements Selector {}

    record Group(String name) implements Selector {}

    record GroupId(String id) implements Selector {}

    record Location(String name) implements Selector {}

    record LocationId(String id) implements Selector {}

    record SceneId(UUID scene) implements Selector {}

    /** Any one of several lights. */
    record Random(Selector of) implements Selector {}

    /** Only some zones of each light. */
    record Zoned(Selector of, Zones zones) implements Selector {}

    /** All that any of {@code parts} means; none of them is a union itself. */
    record Union(List<Selector> parts) implements Selector {
        public Union {
            parts = List.copyOf(parts);
        }
    }

    /** LIFX's form, such as {@code label:Desk Lamp}; not percent-encoded. */
    default String text() {
        return switch (this) {
            case All() -> "all";
            case Id(var id) -> "id:" + id;
            case Label(var label) -> "label:" + label;
            case Group(var name) -> "group:" + name;
            case GroupId(var id) -> "group_id:" + id;
            case Location(var name) -> "location:" + name;
            case LocationId(var id) -> "location_id:" + id;
            case SceneId(var scene) -> "scene_id:" + scene;
            case Random(var of) -> of.text() + SelectorText.RANDOM;
            case Zoned(Union(var parts), var zones) -> new Union(parts.stream()
                    .<Selector>map(part -> new Zoned(part, zones)).toList()).text();
            case Zoned(var of, var zones) -> of.text() + "|" + zones;
            case Union(var parts) -> parts.stream().map(Selector::text).collect(Collectors.joining(","));
        };
    }

    static Parsed<Selector> parse(String text) {
        return SelectorText.parse(text);
    }
}
