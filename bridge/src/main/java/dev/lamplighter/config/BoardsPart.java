package dev.lamplighter.config;

import dev.lamplighter.boards.Binding;
import java.util.List;

/**
 * What is set of boards.
 *
 * @param topic the first levels of their topics, without a slash at either end
 * @param bindings in the order of the file
 */
public record BoardsPart(String topic, List<Binding> bindings) {
    public BoardsPart {
        bindings = List.copyOf(bindings);
    }
}
