package dev.lamplighter.app;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The scenes, as the bridge tells them. */
record SceneList(List<Entry> scenes) {
    record Entry(UUID id, String name, int lights) {}

    static SceneList of(Visit visit) throws CannotStart, InterruptedException {
        return of(json(visit));
    }

    static JsonNode json(Visit visit) throws CannotStart, InterruptedException {
        var topic = visit.topics().bridge("scenes");
        visit.awaitRetained(List.of(topic));
        return visit.known(topic)
                .orElseThrow(() -> CannotStart.because("the bridge has not told of any scenes yet"));
    }

    static SceneList of(JsonNode told) {
        return new SceneList(told.valueStream().map(SceneList::entry).flatMap(Optional::stream).toList());
    }

    private static Optional<Entry> entry(JsonNode scene) {
        try {
            return Optional.of(new Entry(UUID.fromString(scene.path("id").asString("")),
                    scene.path("name").asString(""), scene.path("lights").size()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The only scene of this name, in whatever case where none has it exactly. */
    UUID named(String name) throws CannotStart {
        var exact = scenes.stream().filter(scene -> scene.name.equals(name)).toList();
        var found = exact.isEmpty()
                ? scenes.stream().filter(scene -> scene.name.equalsIgnoreCase(name)).toList()
                : exact;
        if (found.size() == 1) {
            return found.getFirst().id;
        }
        throw CannotStart.because(found.isEmpty()
                ? "there is no scene '" + name + "'" + others()
                : "there are " + found.size() + " scenes '" + name + "': use " + found.stream()
                        .map(scene -> "scene_id:" + scene.id).collect(Collectors.joining(" or ")));
    }

    private String others() {
        return scenes.isEmpty()
                ? ", nor any other"
                : "; there are " + scenes.stream().map(Entry::name).collect(Collectors.joining(", "));
    }

    List<String> table() {
        return Table.lines(List.of("SCENE", "LIGHTS", "ID"), scenes.stream()
                .map(scene -> List.of(scene.name, Integer.toString(scene.lights), scene.id.toString())).toList());
    }
}
