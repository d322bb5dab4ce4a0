package dev.lamplighter.cloud;

import dev.lamplighter.control.Outcome;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Scene;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The scenes of an account out of LIFX's list, and a colour out of its answer. */
final class CloudScenes {
    private CloudScenes() {}

    static Outcome<List<Scene>> read(JsonNode json) {
        return new Outcome.Unreachable<>(json.toString());
    }

    static Outcome<Change> color(JsonNode json) {
        return new Outcome.Unreachable<>(json.toString());
    }
}
