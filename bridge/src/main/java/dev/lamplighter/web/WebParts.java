package dev.lamplighter.web;

import java.util.ArrayList;
import java.util.List;

/** Routes that hang at the server, gathered from those who answer them. */
public record WebParts(List<Route> routes) {
    public WebParts {
        routes = List.copyOf(routes);
    }

    public static WebParts of(List<List<Route>> groups) {
        var all = new ArrayList<Route>();
        groups.forEach(all::addAll);
        return new WebParts(all);
    }
}
