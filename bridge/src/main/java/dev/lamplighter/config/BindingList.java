package dev.lamplighter.config;

import dev.lamplighter.board.BoardEvent;
import dev.lamplighter.board.Press;
import dev.lamplighter.boards.Binding;
import dev.lamplighter.boards.Binding.When;
import dev.lamplighter.topics.BoundDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the bindings of a settings file whose shape is right, and tries each out. */
final class BindingList {
    static final List<String> PATH = List.of("bindings");

    private final Document document;
    private final Problems problems;

    BindingList(Document document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    /** Those that are right, in the order of the file. */
    List<Binding> read() {
        var bindings = new ArrayList<Binding>();
        var list = document.at(PATH);
        for (var index = 0; index < list.size(); index++) {
            var path = below(PATH, Integer.toString(index));
            if (!isBroken(path, list.path(index))) {
                read(path, list.path(index)).ifPresent(bindings::add);
            }
        }
        return bindings;
    }

    /** The schema has told of what is wrong anywhere within. */
    private boolean isBroken(List<String> path, JsonNode node) {
        return document.isBroken(path) || node.propertyStream()
                .anyMatch(entry -> isBroken(below(path, entry.getKey()), entry.getValue()));
    }

    private Optional<Binding> read(List<String> path, JsonNode node) {
        var when = when(below(path, "when"), node.path("when"));
        var target = node.path("do").path("target").asString("");
        var command = node.path("do").path("command");
        var binding = when
                .map(it -> new Binding(it, target, command.isObject() ? command.toString() : command.asString()));
        return binding.filter(it -> isRight(below(path, "do"), it));
    }

    private Optional<When> when(List<String> path, JsonNode node) {
        var board = node.path("board").asString("");
        if (node.has("button") == node.has("knob")) {
            problems.add(document.place(path), "name either a `button` or a `knob`");
            return Optional.empty();
        }
        if (node.has("knob")) {
            if (node.has("event")) {
                problems.add(document.place(below(path, "event")),
                        "a knob has no events but its turns; leave this out");
                return Optional.empty();
            }
            return Optional.of(new When.Turned(board, node.path("knob").intValue()));
        }
        return Optional.of(new When.Pressed(board, node.path("button").intValue(),
                Press.parse(node.path("event").asString("")).orElse(Press.SINGLE)));
    }

    private boolean isRight(List<String> path, Binding binding) {
        var fault = binding.examples().stream().flatMap(example -> fault(binding, example).stream()).findFirst();
        fault.ifPresent(why -> problems.add(document.place(path), why));
        return fault.isEmpty();
    }

    private static Optional<String> fault(Binding binding, BoardEvent example) {
        var fault = BoundDesk.fault(binding.targetOf(example), binding.commandOf(example));
        return example instanceof BoardEvent.Turned(_, _, var steps) && steps < 0
                ? fault.map(why -> why + " (when the knob is turned back)")
                : fault;
    }

    private static List<String> below(List<String> path, String key) {
        var longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }
}
