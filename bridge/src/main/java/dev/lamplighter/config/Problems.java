package dev.lamplighter.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Collects what is wrong while reading goes on. Owned by the one thread that reads. */
final class Problems {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

    private record Found(int order, Problem problem) {}

    private final List<Found> found = new ArrayList<>();

    void add(Place place, String why) {
        found.add(new Found(place.order(), new Problem(line(place.where()), line(why))));
    }

    /** What was written may hold line ends and signs that turn a terminal's line around. */
    private static String line(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Problem> list() {
        return found.stream().sorted(Comparator.comparingInt(Found::order)).map(Found::problem).toList();
    }
}
