package dev.lamplighter.light;

import java.util.function.Predicate;

/** Which lights are meant, in LIFX's terms. {@link #text()} prints LIFX's form and {@link #parse} reads it back. */
public sealed interface Selector extends Predicate<Light> {
    record All() implements Selector {}

    record Id(LightId id) implements Selector {}

    record Label(String label) implements Selector {}

    record Group(String name) implements Selector {}

    record GroupId(String id) implements Selector {}

    record Location(String name) implements Selector {}

    record LocationId(String id) implements Selector {}

    @Override
    default boolean test(Light light) {
        return switch (this) {
            case All() -> true;
            case Id(var id) -> light.id().equals(id);
            case Label(var label) -> light.label().equals(label);
            case Group(var name) -> light.group().filter(room -> room.name().equals(name)).isPresent();
            case GroupId(var id) -> light.group().filter(room -> room.id().equals(id)).isPresent();
            case Location(var name) -> light.location().filter(room -> room.name().equals(name)).isPresent();
            case LocationId(var id) -> light.location().filter(room -> room.id().equals(id)).isPresent();
        };
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
        };
    }

    static Parsed<Selector> parse(String text) {
        if (text.equals("all")) {
            return Parsed.accepted(new All());
        }
        var colon = text.indexOf(':');
        var kind = colon < 0 ? text : text.substring(0, colon);
        var name = text.substring(colon + 1);
        if (colon < 0 || name.isEmpty()) {
            return Parsed.rejected("selector",
                    "'" + text + "' is not all, id:…, label:…, group:…, group_id:…, location:… or location_id:…");
        }
        return switch (kind) {
            case "id" -> LightId.parse(name).<Parsed<Selector>>map(id -> Parsed.accepted(new Id(id)))
                    .orElseGet(
                            () -> Parsed.rejected("selector", "'" + name + "' is not a LIFX serial of 12 hex digits"));
            case "label" -> Parsed.accepted(new Label(name));
            case "group" -> Parsed.accepted(new Group(name));
            case "group_id" -> Parsed.accepted(new GroupId(name));
            case "location" -> Parsed.accepted(new Location(name));
            case "location_id" -> Parsed.accepted(new LocationId(name));
            default -> Parsed.rejected("selector", "there is no selector '" + kind + ":'");
        };
    }
}
