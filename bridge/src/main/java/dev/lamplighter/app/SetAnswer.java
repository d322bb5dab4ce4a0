package dev.lamplighter.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a result says to a person. */
record SetAnswer(List<String> lines, Optional<String> remark, boolean applied) {
    /** @param labels by serial, as far as they are known */
    static SetAnswer of(JsonNode result, Map<String, String> labels) {
        var status = result.path("status").asString("without a status");
        var applied = status.equals("applied");
        var reason = result.path("reason").isString() ? result.path("reason").stringValue() : "";
        var lines = result.path("lights").propertyStream()
                .map(light -> labels.getOrDefault(light.getKey(), light.getKey()) + ": "
                        + reach(light.getValue().asString("")))
                .toList();
        var remark = applied ? reason : reason.isEmpty() ? status : status + ": " + reason;
        return new SetAnswer(lines.isEmpty() && applied ? List.of("done") : lines,
                remark.isEmpty() ? Optional.empty() : Optional.of(remark), applied);
    }

    private static String reach(String word) {
        return switch (word) {
            case "ok" -> "done";
            case "timed_out" -> "did not answer";
            default -> "is " + word;
        };
    }
}
