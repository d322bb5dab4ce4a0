package dev.lamplighter.broker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Which denials deserve a line in the log: each once a day, and few of each sender, who may think of any number of topics. */
final class Denials {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int OF_A_SENDER = 20;
    private static final int SENDERS = 500;

    private record Told(Instant since, Set<String> what) {}

    private final InstantSource clock;
    private final Map<String, Told> senders = new LinkedHashMap<>();

    Denials(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Nothing where it is not to be told, else how many more of this sender will be.
     *
     * @param what was denied, in words that are the same when it is tried again
     */
    synchronized OptionalInt news(String sender, String what) {
        var told = of(sender).what();
        return told.size() < OF_A_SENDER && told.add(what)
                ? OptionalInt.of(OF_A_SENDER - told.size())
                : OptionalInt.empty();
    }

    /** What a line ends with. */
    static String end(int left) {
        return left > 0 ? "" : " (no more of this is told today)";
    }

    private Told of(String sender) {
        var now = clock.instant();
        var known = senders.get(sender);
        if (known != null && now.isBefore(known.since().plus(A_DAY))) {
            return known;
        }
        var fresh = new Told(now, new HashSet<>());
        senders.remove(sender);
        senders.put(sender, fresh);
        if (senders.size() > SENDERS) {
            senders.remove(senders.keySet().iterator().next());
        }
        return fresh;
    }
}
