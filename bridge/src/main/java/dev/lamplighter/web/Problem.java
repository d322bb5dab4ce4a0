package dev.lamplighter.web;

import dev.lamplighter.light.OneLine;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/** Errors as RFC 9457 has them. */
final class Problem {
    static final String TYPE = "application/problem+json";

    private static final Map<Integer, String> TITLES = Map.ofEntries(Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"), Map.entry(403, "Forbidden"), Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"), Map.entry(409, "Conflict"), Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"), Map.entry(422, "Unprocessable Content"),
            Map.entry(429, "Too Many Requests"), Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"), Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private Problem() {}

    /** @param detail one line for people: what was wrong, and what to do */
    static Answer.Whole of(int status, String detail) {
        var json = JsonNodeFactory.instance.objectNode().put("type", "about:blank")
                .put("title", TITLES.getOrDefault(status, "Error")).put("status", status)
                .put("detail", OneLine.of(detail));
        return Answer.of(status, Content.text(TYPE, json.toString()));
    }
}
