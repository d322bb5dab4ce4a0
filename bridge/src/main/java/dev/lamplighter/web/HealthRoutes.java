package dev.lamplighter.web;

import dev.lamplighter.web.Route.Access;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** Health pages for container engines: open to all, as those hold no password and nothing secret is told. */
public final class HealthRoutes {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private HealthRoutes() {}

    public static List<Route> of(HealthState state) {
        return List.of(
                Route.get("/health/live", Access.OPEN,
                        _ -> answer(state.lives(PATIENCE), List.of("the thread that decides does not answer"))),
                Route.get("/health/ready", Access.OPEN, _ -> {
                    var missing = state.missing();
                    return answer(missing.isEmpty(), missing);
                }));
    }

    private static Answer answer(boolean isWell, List<String> missing) {
        var json = JsonNodeFactory.instance.objectNode().put("status", isWell ? "up" : "down");
        var list = json.putArray("missing");
        if (!isWell) {
            missing.forEach(list::add);
        }
        return Answer.of(isWell ? 200 : 503, Content.json(json.toString()));
    }
}
