package dev.lamplighter.control;

import dev.lamplighter.light.Light;
import dev.lamplighter.light.Selector;
import java.util.List;

/** Which of the lights that are known a selector means. */
final class Targets {
    private Targets() {}

    static List<Known> of(Selector selector, List<Known> all) {
        return all.stream().filter(known -> means(selector, known.light())).toList();
    }

    private static boolean means(Selector selector, Light light) {
        return switch (selector) {
            case Selector.All() -> true;
            case Selector.Id(var id) -> light.id().equals(id);
            case Selector.Label(var label) -> light.label().equals(label);
            case Selector.Group(var name) -> light.group().filter(room -> room.name().equals(name)).isPresent();
            case Selector.GroupId(var id) -> light.group().filter(room -> room.id().equals(id)).isPresent();
            case Selector.Location(var name) -> light.location().filter(room -> room.name().equals(name)).isPresent();
            case Selector.LocationId(var id) -> light.location().filter(room -> room.id().equals(id)).isPresent();
            case Selector.SceneId _,Selector.Random _,Selector.Zoned _,Selector.Union _ -> false;
        };
    }
}
