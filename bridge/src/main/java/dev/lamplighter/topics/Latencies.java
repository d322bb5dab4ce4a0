package dev.lamplighter.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How long the last commands took: those of some minutes, and no more than so many. Owned by one thread. */
final class Latencies {
    static final Duration MEMORY = Duration.ofMinutes(5);
    static final int MOST = 1_000;

    private record Sample(Instant at, Duration took) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    void add(Duration took, Instant now) {
        samples.addLast(new Sample(now, took));
        if (samples.size() > MOST) {
            samples.removeFirst();
        }
    }

    int count(Instant now) {
        while (!samples.isEmpty() && samples.getFirst().at.isBefore(now.minus(MEMORY))) {
            samples.removeFirst();
        }
        return samples.size();
    }

    /**
     * The least time in which at least this part of the commands was done.
     *
     * @param part above 0, up to 1; not to be asked when there are none
     */
    Duration quantile(double part) {
        var rank = (int) Math.ceil(part * samples.size());
        return samples.stream().map(Sample::took).sorted().skip(rank - 1L).findFirst().orElseThrow();
    }
}
