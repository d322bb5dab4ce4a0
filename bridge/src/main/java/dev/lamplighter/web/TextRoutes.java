package dev.lamplighter.web;

import dev.lamplighter.web.Route.Access;
import java.util.List;
import java.util.function.Supplier;

/** Documents of others: made when they are asked for. */
public final class TextRoutes {
    private TextRoutes() {}

    /** The metrics page, in Prometheus' text format 0.0.4. */
    public static List<Route> metrics(Supplier<String> page) {
        return List.of(Route.get("/metrics", Access.COUNT, _ -> Answer.of(200,
                Content.text("text/plain; version=0.0.4; charset=utf-8", page.get()))));
    }

    /** What the doctor found: a JSON array. */
    public static List<Route> doctor(Supplier<String> findings) {
        return List.of(Route.get("/api/doctor", Access.LOOK, _ -> Answer.json(findings.get())));
    }

    /** What boards' buttons do: a JSON array. */
    public static List<Route> bindings(Supplier<String> bindings) {
        return List.of(Route.get("/api/bindings", Access.LOOK, _ -> Answer.json(bindings.get())));
    }
}
