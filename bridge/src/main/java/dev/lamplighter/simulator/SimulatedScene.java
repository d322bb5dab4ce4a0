package dev.lamplighter.simulator;

import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A scene of the simulated account: looks for some of its lights. */
public record SimulatedScene(UUID id, String name, List<Part> parts, Instant created) {
    /** What a scene makes of one light. */
    public record Part(LightId light, Power power, Hsbk color) {}

    public SimulatedScene {
        parts = List.copyOf(parts);
    }

    boolean names(LightId light) {
        return parts.stream().anyMatch(part -> part.light().equals(light));
    }
}
