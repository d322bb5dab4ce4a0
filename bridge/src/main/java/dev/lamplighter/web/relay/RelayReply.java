package dev.lamplighter.web.relay;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a request is answered with.
 *
 * @param body JSON, or nothing at all with 202
 */
public record RelayReply(int status, Map<String, String> headers, String body) {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json; charset=utf-8");

    public RelayReply {
        headers = Map.copyOf(headers);
    }

    static RelayReply json(int status, JsonNode body) {
        return new RelayReply(status, JSON, body.toString());
    }

    static RelayReply accepted() {
        return new RelayReply(202, JSON, "");
    }

    static RelayReply error(int status, String message) {
        return json(status, Json.object().put("error", message));
    }

    RelayReply with(Map<String, String> more) {
        var all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new RelayReply(status, all, body);
    }
}
