package dev.lamplighter.boards;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was complained of lately: a board that says something wrong may say it with every press. */
final class Complaints {
    private static final Duration AGAIN = Duration.ofHours(1);
    /** Somebody who finds ever new things to say wrong must not fill memory. */
    private static final int MOST = 1_000;

    /** The oldest first. */
    private final Map<String, Instant> told = new LinkedHashMap<>();

    /** Whether {@code what} is to be told, which counts as done. */
    boolean isNew(String what, Instant now) {
        var before = told.get(what);
        if (before != null && now.isBefore(before.plus(AGAIN))) {
            return false;
        }
        told.remove(what);
        if (told.size() >= MOST) {
            told.remove(told.keySet().iterator().next());
        }
        told.put(what, now);
        return true;
    }
}
