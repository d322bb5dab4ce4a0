package dev.lamplighter.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long the next login from an address waits before it is looked at. A few wrong ones are free, each further one doubles the wait, and one
 * is forgiven every ten seconds. A right one changes nothing: somebody with a login of his own may guess at others'.
 */
final class Slowdown {
    static final Duration LONGEST = Duration.ofSeconds(8);

    private static final int FREE = 5;
    private static final int MOST = 20;
    private static final Duration FORGIVEN = Duration.ofSeconds(10);
    private static final Duration FIRST = Duration.ofMillis(250);
    /** A stranger with many addresses must not fill the memory. */
    private static final int REMEMBERED = 1_000;

    private record Wrong(int count, Instant since) {
        Wrong at(Instant now) {
            var forgiven = Math.max(0, Duration.between(since, now).dividedBy(FORGIVEN));
            return forgiven >= count
                    ? new Wrong(0, now)
                    : new Wrong(count - (int) forgiven, since.plus(FORGIVEN.multipliedBy(forgiven)));
        }
    }

    private final Map<String, Wrong> wrong = new LinkedHashMap<>();

    synchronized Duration before(String address, Instant now) {
        var count = wrong.getOrDefault(address, new Wrong(0, now)).at(now).count();
        if (count <= FREE) {
            return Duration.ZERO;
        }
        var wait = FIRST.multipliedBy(1L << (count - FREE - 1));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    synchronized void failed(String address, Instant now) {
        var before = wrong.getOrDefault(address, new Wrong(0, now)).at(now);
        wrong.remove(address);
        wrong.put(address, new Wrong(Math.min(MOST, before.count() + 1), before.since()));
        if (wrong.size() > REMEMBERED) {
            wrong.remove(wrong.keySet().iterator().next());
        }
    }
}
