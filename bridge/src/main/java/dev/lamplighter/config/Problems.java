package dev.lamplighter.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong while reading goes on. Owned by the one thread that reads. */
final class Problems {
    private record Found(int order, Problem problem) {}

    private final List<Found> found = new ArrayList<>();

    void add(Place place, String why) {
        found.add(new Found(place.order(), new Problem(place.where(), why)));
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Problem> list() {
        return found.stream().sorted(Comparator.comparingInt(Found::order)).map(Found::problem).toList();
    }
}
