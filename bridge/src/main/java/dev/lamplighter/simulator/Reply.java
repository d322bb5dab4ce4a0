package dev.lamplighter.simulator;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a request is answered with. The body may be empty.
 *
 * @param fast whether it does not wait for the lights
 */
record Reply(int status, String type, String body, boolean fast) {
    static final String JSON = "application/json; charset=utf-8";
    static final String HTML = "text/html; charset=utf-8";

    static Reply json(int status, JsonNode body) {
        return new Reply(status, JSON, body.toString(), false);
    }

    static Reply accepted() {
        return new Reply(202, JSON, "", true);
    }

    static Reply html(int status, String body) {
        return new Reply(status, HTML, body, false);
    }

    /** A text that claims to be JSON. */
    static Reply text(int status, String body) {
        return new Reply(status, JSON, body, false);
    }

    Reply fast(boolean to) {
        return new Reply(status, type, body, to);
    }

    static Reply error(int status, String message) {
        return json(status, Json.object().put("error", message));
    }

    /** 422 in LIFX's shape: the first problem in words, then all of them by field. */
    static Reply unprocessable(List<Refusal.Problem> problems) {
        var first = problems.getFirst();
        var body = Json.object().put("error", first.field() + " " + first.message());
        var errors = body.putArray("errors");
        problems.forEach(problem -> errors.addObject().put("field", problem.field()).putArray("message")
                .add(problem.message()));
        return json(422, body);
    }
}
