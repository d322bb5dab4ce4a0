package dev.lamplighter.broker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which refused logins deserve a line in the log: one a minute for the same user from the same address, since a board tries again for ever. */
final class Refusals {
    private static final Duration QUIET = Duration.ofMinutes(1);
    /** A stranger who tries many names must not fill the memory. */
    private static final int REMEMBERED = 1_000;

    private record Who(String username, String address) {}

    private final InstantSource clock;
    private final Map<Who, Instant> told = new LinkedHashMap<>();

    Refusals(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean isNews(String username, String address) {
        var now = clock.instant();
        var who = new Who(username, address);
        var last = told.get(who);
        if (last != null && now.isBefore(last.plus(QUIET))) {
            return false;
        }
        remember(who, now);
        return true;
    }

    private void remember(Who who, Instant now) {
        told.remove(who);
        told.put(who, now);
        if (told.size() > REMEMBERED) {
            told.remove(told.keySet().iterator().next());
        }
    }
}
