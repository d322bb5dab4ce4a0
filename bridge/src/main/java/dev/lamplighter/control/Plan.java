package dev.lamplighter.control;

import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Zones;
import java.util.Map;
import java.util.Optional;

/** What a command was made into before any of it left, so that another run can go on where this one ended. */
public sealed interface Plan {
    /** Absolute changes, which may be carried out again. */
    record Absolute(Map<LightId, Share> shares) implements Plan {
        public Absolute {
            shares = Map.copyOf(shares);
        }
    }

    /** Something that is done once; another run cannot know whether it was. */
    record Once() implements Plan {}

    /**
     * What one light is to show.
     *
     * @param zones empty for all of it
     */
    record Share(Change change, Optional<Zones> zones) {
        public static Share ofAll(Change change) {
            return new Share(change, Optional.empty());
        }

        /** Whether {@code other} has no zone that this has not. */
        boolean covers(Share other) {
            return zones.isEmpty() || other.zones.filter(zones.get()::containsAll).isPresent();
        }

        boolean meets(Share other) {
            return zones.isEmpty() || other.zones.isEmpty() || zones.get().meets(other.zones.get());
        }
    }
}
