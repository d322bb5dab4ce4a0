package dev.lamplighter.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one source says, in the shape the schema describes, with the place of every key. */
final class Document {
    /** Weakest first. */
    enum Source {
        FILE, LIFX_TOKEN, ENVIRONMENT
    }

    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();
    private final Map<List<String>, Place> places = new HashMap<>();
    private final Set<List<String>> broken = new HashSet<>();
    private final Source source;
    private final Path folder;
    private final Place whole;

    /** @param folder where relative paths of this source start */
    Document(Source source, Path folder, Place whole) {
        this.source = source;
        this.folder = folder;
        this.whole = whole;
    }

    void put(List<String> path, JsonNode value, Place place) {
        var section = tree;
        for (var name : path.subList(0, path.size() - 1)) {
            section = section.withObjectProperty(name);
        }
        section.set(path.getLast(), value);
        places.put(path, place);
    }

    /** Where something stands within a value that is a list. */
    void note(List<String> path, Place place) {
        places.put(path, place);
    }

    void putBroken(List<String> path, Place place) {
        places.put(path, place);
        broken.add(path);
    }

    ObjectNode tree() {
        return tree;
    }

    JsonNode at(List<String> path) {
        JsonNode node = tree;
        for (var name : path) {
            node = node.path(name);
        }
        return node;
    }

    boolean has(List<String> path) {
        return places.containsKey(path);
    }

    boolean hasMisspelt(List<String> path) {
        var section = path.subList(0, path.size() - 1);
        return places.keySet().stream()
                .filter(other -> other.subList(0, other.size() - 1).equals(section) && Key.of(other).isEmpty())
                .anyMatch(other -> Spelling.nearest(other.getLast(), List.of(path.getLast())).isPresent());
    }

    Place place(List<String> path) {
        return places.getOrDefault(path, whole);
    }

    /** Whether a problem with this key was told already. */
    boolean isBroken(List<String> path) {
        return broken.contains(path);
    }

    Source source() {
        return source;
    }

    Path folder() {
        return folder;
    }
}
