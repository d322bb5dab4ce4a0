package dev.lamplighter.web.relay;

import dev.lamplighter.light.Light;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Whoever has been let in.
 *
 * @param name by which requests are counted
 * @param lights those it may see and command; for it there are no others
 * @param scenes those it may activate and see
 */
public record Guest(String name, Predicate<Light> lights, Predicate<UUID> scenes) {
    /** @param name in no use by a board */
    static Guest ofTheHouse(String name) {
        return new Guest(name, _ -> true, _ -> true);
    }
}
