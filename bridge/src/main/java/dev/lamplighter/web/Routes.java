package dev.lamplighter.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All routes, the more special ones first. */
final class Routes {
    /** The path of what is asked for nowhere else. */
    static final String EVERYTHING = "/*";

    private final List<Route> all;

    Routes(List<Route> all) {
        this.all = List.copyOf(all);
    }

    /** Where a request goes, or why it goes nowhere. */
    sealed interface Found {
        record There(Route route) implements Found {}

        record Nowhere(Answer.Whole why) implements Found {}
    }

    Found find(String method, String path) {
        var leading = all.stream().filter(route -> route.leadsFrom(path)).toList();
        var special = leading.stream().filter(route -> !route.path().equals(EVERYTHING)).toList();
        var there = special.isEmpty() ? leading : special;
        return there.stream().filter(route -> route.allows(method)).findFirst().<Found>map(Found.There::new)
                .orElseGet(() -> new Found.Nowhere(there.isEmpty()
                        ? Problem.of(404, "there is nothing at this address")
                        : notAllowed(method, there)));
    }

    private static Answer.Whole notAllowed(String method, List<Route> there) {
        var allowed = there.stream().map(Route::method)
                .flatMap(one -> one.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(one)).distinct()
                .collect(Collectors.joining(", "));
        return Problem.of(405, method + " is not for this address; " + allowed + " is").with("Allow", allowed);
    }
}
