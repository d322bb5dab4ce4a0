package dev.lamplighter.broker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** What deserves a line in the log: each thing once in an hour, since a board that is denied something tries again for ever. */
final class News {
    private static final Duration QUIET = Duration.ofHours(1);
    /** A stranger who tries many names must not fill the memory. */
    private static final int REMEMBERED = 1_000;

    private final InstantSource clock;
    private final Map<String, Instant> told = new LinkedHashMap<>();

    News(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean isNew(String what) {
        var now = clock.instant();
        var last = told.get(what);
        if (last != null && now.isBefore(last.plus(QUIET))) {
            return false;
        }
        told.remove(what);
        told.put(what, now);
        if (told.size() > REMEMBERED) {
            told.remove(told.keySet().iterator().next());
        }
        return true;
    }
}
