package dev.lamplighter.web;

import java.util.ArrayList;
import java.util.List;

/** Routes that hang at the server, gathered from those who answer them, and who hears of what was answered. */
public record WebParts(List<Route> routes, Traffic traffic) {
    public WebParts {
        routes = List.copyOf(routes);
    }

    public static WebParts of(List<List<Route>> groups, Traffic traffic) {
        var all = new ArrayList<Route>();
        groups.forEach(all::addAll);
        return new WebParts(all, traffic);
    }
}
