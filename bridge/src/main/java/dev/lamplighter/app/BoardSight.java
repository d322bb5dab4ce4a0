package dev.lamplighter.app;

import dev.lamplighter.light.OneLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is there of a board.
 *
 * @param may what it was granted, in the order of the file
 * @param folder where its files are, or would be
 * @param broker where its files say that the broker is
 * @param troubles what is not as it has to be, each with what to do
 */
record BoardSight(String name, List<String> may, Path folder, Optional<String> broker, List<String> troubles) {
    static List<String> table(List<BoardSight> boards) {
        return boards.isEmpty()
                ? List.of("no boards yet: ./lamplighter board add NAME makes one")
                : Table.lines(List.of("BOARD", "MAY COMMAND", "BROKER", "TROUBLE"),
                        boards.stream().map(BoardSight::row).toList());
    }

    private List<String> row() {
        return List.of(name, granted(), broker.orElse("?"), String.join("; ", troubles));
    }

    List<String> lines() {
        return Stream.concat(Stream.of("board        " + name, "may command  " + granted(),
                "folder       " + folder, "broker       " + broker.orElse("?")),
                troubles.isEmpty()
                        ? Stream.of("user and folder agree")
                        : troubles.stream().map(trouble -> "trouble      " + trouble))
                .map(OneLine::of).toList();
    }

    String granted() {
        return may.isEmpty() ? "nothing" : String.join(" ", may);
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode().put("name", name);
        may.forEach(json.putArray("may")::add);
        json.put("folder", folder.toString());
        broker.ifPresent(url -> json.put("broker", url));
        troubles.forEach(json.putArray("troubles")::add);
        return json;
    }
}
