package dev.lamplighter.topics;

import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.Selector;
import java.util.Optional;

/** The two kinds of rooms that LIFX has. */
enum RoomKind {
    GROUP("group"), LOCATION("location");

    final String word;

    RoomKind(String word) {
        this.word = word;
    }

    Optional<Room> of(Light light) {
        return switch (this) {
            case GROUP -> light.group();
            case LOCATION -> light.location();
        };
    }

    /** Whether {@code target} means this room as a whole. */
    boolean isMeant(Selector target, Room it) {
        return switch (target) {
            case Selector.All() -> true;
            case Selector.Group(var name) -> this == GROUP && it.name().equals(name);
            case Selector.GroupId(var id) -> this == GROUP && it.id().equals(id);
            case Selector.Location(var name) -> this == LOCATION && it.name().equals(name);
            case Selector.LocationId(var id) -> this == LOCATION && it.id().equals(id);
            case Selector.Id _,Selector.Label _,Selector.SceneId _,Selector.Random _,Selector.Zoned _,Selector.Union _ ->
                false;
        };
    }
}
