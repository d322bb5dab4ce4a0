package dev.lamplighter.cloud;

import dev.lamplighter.control.Outcome;
import dev.lamplighter.control.Outcome.Done;
import dev.lamplighter.control.Outcome.Unreachable;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.LightId;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What LIFX says became of each light of a request. */
final class CloudResults {
    private CloudResults() {}

    /** Reads one list of lights, or one list for each operation, wrapped in {@code results} or bare. */
    static Outcome<Map<LightId, Reach>> read(JsonNode json) {
        var results = json.isArray() ? json : json.path("results");
        if (!results.isArray() && !json.isMissingNode()) {
            return new Unreachable<>("the LIFX Cloud answered without saying what became of the lights");
        }
        Map<LightId, Reach> reaches = new LinkedHashMap<>();
        collect(results, reaches);
        return new Done<>(Map.copyOf(reaches));
    }

    /**
     * As {@link #read}, of a request that LIFX takes before the lights have: it may then say nothing of them, or in a word of its own that it
     * has taken it. Only of lights that are offline does it know already.
     */
    static Outcome<Map<LightId, Reach>> readHasty(JsonNode json) {
        Map<LightId, Reach> reaches = new LinkedHashMap<>();
        collect(json.isArray() ? json : json.path("results"), reaches);
        reaches.values().removeIf(reach -> reach == Reach.TIMED_OUT);
        return new Done<>(Map.copyOf(reaches));
    }

    private static void collect(JsonNode results, Map<LightId, Reach> into) {
        for (var result : results) {
            collect(result.path("results"), into);
            Json.text(result.path("id")).flatMap(LightId::parse)
                    .ifPresent(light -> into.merge(light, reach(result.path("status")), CloudResults::worse));
        }
    }

    private static Reach worse(Reach one, Reach other) {
        return one == Reach.OK ? other : one;
    }

    private static Reach reach(JsonNode status) {
        return switch (status.asString("")) {
            case "ok" -> Reach.OK;
            case "offline" -> Reach.OFFLINE;
            // A word that is not known yet is no promise that the light took anything: it is tried again.
            default -> Reach.TIMED_OUT;
        };
    }
}
