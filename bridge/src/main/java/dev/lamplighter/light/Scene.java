package dev.lamplighter.light;

import dev.lamplighter.light.LightCommand.Change;
import java.util.Map;
import java.util.UUID;

/** A scene of the account: what each of its lights is to show. */
public record Scene(UUID id, String name, Map<LightId, Change> lights) {
    public Scene {
        lights = Map.copyOf(lights);
    }
}
