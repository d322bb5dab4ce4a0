package dev.lamplighter.app;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The examples of a page: fenced blocks marked {@code mqtt}, whose lines begin with an arrow and go on where they are indented. */
final class Examples {
    private static final Pattern LINE = Pattern.compile("([→←]) (\\S.*?)(?: {2,}| (?=\\{))(.+)|· (.+)");
    private static final Pattern SIMPLE = Pattern.compile("([→←]) (\\S+) (\\S+)");

    private Examples() {}

    /** A block, with the number of its first line in the page. */
    record Block(int line, List<Step> steps) {}

    sealed interface Step {
        record Say(String topic, String payload) implements Step {}

        record Hear(String topic, String payload) implements Step {}

        /** Something that somebody does elsewhere. */
        record Deed(String what) implements Step {}
    }

    static List<Block> of(List<String> page) {
        var blocks = new ArrayList<Block>();
        for (var number = 0; number < page.size(); number++) {
            if (page.get(number).equals("```mqtt")) {
                var end = page.subList(number + 1, page.size()).indexOf("```") + number + 1;
                blocks.add(new Block(number + 2, steps(page.subList(number + 1, end))));
            }
        }
        return blocks;
    }

    private static List<Step> steps(List<String> lines) {
        var whole = new ArrayList<String>();
        for (var line : lines) {
            if (line.startsWith(" ")) {
                whole.set(whole.size() - 1, whole.getLast() + line.strip());
            } else {
                whole.add(line);
            }
        }
        return whole.stream().map(Examples::step).toList();
    }

    private static Step step(String line) {
        var match = LINE.matcher(line);
        if (match.matches()) {
            return match.group(4) != null
                    ? new Step.Deed(match.group(4))
                    : step(match.group(1), match.group(2), match.group(3));
        }
        var simple = SIMPLE.matcher(line);
        if (simple.matches()) {
            return step(simple.group(1), simple.group(2), simple.group(3));
        }
        throw new AssertionError("no example can be read from: " + line);
    }

    private static Step step(String arrow, String topic, String payload) {
        return arrow.equals("→") ? new Step.Say(topic, payload.strip()) : new Step.Hear(topic, payload.strip());
    }
}
