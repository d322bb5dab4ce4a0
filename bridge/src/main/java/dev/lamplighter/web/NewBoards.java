package dev.lamplighter.web;

import java.util.List;
import java.util.Map;

/** Makes boards known to the broker. */
public interface NewBoards {
    /**
     * A board that is wished for.
     *
     * @param lan whether it comes without TLS
     * @param may what it may command and see, as {@code board add --may} has it
     */
    record Wish(String name, boolean lan, List<String> may) {
        public Wish {
            may = List.copyOf(may);
        }
    }

    /** What came of it. */
    sealed interface Made {
        /** @param files by their names */
        record Board(Map<String, String> files) implements Made {}

        record There(String why) implements Made {}

        record Wrong(String why) implements Made {}

        record Failed(String why) implements Made {}
    }

    Made add(Wish wish);
}
