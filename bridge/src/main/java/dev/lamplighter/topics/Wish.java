package dev.lamplighter.topics;

import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.Zones;
import java.util.List;
import java.util.Optional;

/**
 * A command payload, read.
 *
 * @param zones only these of each light; all where empty
 * @param id its sender's name for it, which comes back in the result
 * @param ignored keys that mean nothing to us
 */
record Wish(LightCommand command, Optional<Zones> zones, Optional<String> id, List<String> ignored) {
    Wish {
        ignored = List.copyOf(ignored);
    }

    static Wish of(LightCommand command) {
        return new Wish(command, Optional.empty(), Optional.empty(), List.of());
    }
}
