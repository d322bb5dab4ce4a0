package dev.lamplighter.topics;

import dev.lamplighter.light.LightCommand;
import java.util.List;
import java.util.Optional;

/**
 * A command payload, read.
 *
 * @param id its sender's name for it, which comes back in the result
 * @param ignored keys that mean nothing to us
 */
record Wish(LightCommand command, Optional<String> id, List<String> ignored) {
    Wish {
        ignored = List.copyOf(ignored);
    }

    static Wish of(LightCommand command) {
        return new Wish(command, Optional.empty(), List.of());
    }
}
