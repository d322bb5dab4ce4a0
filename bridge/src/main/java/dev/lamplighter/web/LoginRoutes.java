package dev.lamplighter.web;

import dev.lamplighter.web.PasswordGate.Tried;
import dev.lamplighter.web.Route.Access;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Logging in and out, and what a page has to know of its session. */
final class LoginRoutes {
    private static final JsonMapper JSON = new JsonMapper();

    private final Guard guard;

    LoginRoutes(Guard guard) {
        this.guard = guard;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/session", Access.OPEN, this::session),
                Route.post("/api/login", Access.OPEN, this::login),
                Route.post("/api/logout", Access.ACT, call -> Answer.done().with("Set-Cookie", guard.end(call))));
    }

    private Answer session(Call call) {
        var token = guard.token(call);
        var json = JsonNodeFactory.instance.objectNode().put("authenticated", token.isPresent())
                .put("password", guard.hasPassword());
        token.ifPresent(it -> json.put("token", it));
        return Answer.json(json.toString());
    }

    private Answer login(Call call) {
        var foreign = guard.foreign(call);
        if (foreign.isPresent()) {
            return foreign.get();
        }
        if (!call.type().equals(Content.JSON)) {
            return Problem.of(415, "log in with a body of application/json");
        }
        return password(call.body()).<Answer>map(tried -> login(tried, call.address()))
                .orElseGet(() -> Problem.of(400, "log in with {\"password\": \"...\"}"));
    }

    private Answer login(String tried, String address) {
        return switch (guard.attempt(tried, address)) {
            case Tried.Right<String> _ -> Answer.done().with("Set-Cookie", guard.begin());
            case Tried.Wrong<String> _ ->
                Problem.of(401, guard.hasPassword() ? "the password is wrong" : "no web.password is set");
            case Tried.Later<String>(var wait) -> Guard.later(wait);
        };
    }

    private static Optional<String> password(String body) {
        try {
            return Optional.of(JSON.readTree(body).path("password")).filter(JsonNode::isString)
                    .map(JsonNode::stringValue);
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }
}
