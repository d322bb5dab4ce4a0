package dev.lamplighter.broker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** How many messages each client never got, and when that deserves a line: with the first one, and once an hour while it goes on. */
final class Drops {
    private static final Duration QUIET = Duration.ofHours(1);
    /** Client ids come from outside and must not fill the memory. */
    private static final int REMEMBERED = 1_000;

    private record Count(long dropped, Instant told) {}

    private final InstantSource clock;
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private long total;

    Drops(InstantSource clock) {
        this.clock = clock;
    }

    /** One more for {@code client}: how many it are when that is to be said. */
    synchronized OptionalLong dropped(String client) {
        total++;
        var now = clock.instant();
        var before = counts.getOrDefault(client, new Count(0, Instant.EPOCH));
        var isNews = !now.isBefore(before.told().plus(QUIET));
        counts.put(client, new Count(before.dropped() + 1, isNews ? now : before.told()));
        if (counts.size() > REMEMBERED) {
            counts.remove(counts.keySet().iterator().next());
        }
        return isNews ? OptionalLong.of(before.dropped() + 1) : OptionalLong.empty();
    }

    /** For all clients together. */
    synchronized long total() {
        return total;
    }
}
