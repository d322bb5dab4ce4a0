package dev.lamplighter.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.random.RandomGeneratorFactory;

/** Time moved by hand: what is due runs in order on the test's own thread, and nothing runs until time is told to move. */
public final class ManualTime implements Timer, InstantSource, Executor {
    private record Task(Instant at, long order, Runnable run) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            var byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Task> later = new PriorityQueue<>();
    private final Queue<Runnable> now = new ArrayDeque<>();
    private Instant instant = Instant.parse("2026-01-01T00:00:00Z");
    private long count;

    /** The owner, the calls and the timer of {@code control} on this one thread. */
    public Surroundings surroundings(long seed) {
        return new Surroundings(this, this, this, this, RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    }

    @Override
    public Instant instant() {
        return instant;
    }

    @Override
    public void execute(Runnable task) {
        now.add(task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        later.add(new Task(instant.plus(delay.isNegative() ? Duration.ZERO : delay), count++, task));
    }

    /** Runs what is due now. */
    public void settle() {
        pass(Duration.ZERO);
    }

    /** Lets {@code time} pass, running everything that falls due in it at its moment. */
    public void pass(Duration time) {
        var end = instant.plus(time);
        drain();
        while (!later.isEmpty() && !later.element().at.isAfter(end)) {
            var task = later.remove();
            instant = task.at.isAfter(instant) ? task.at : instant;
            task.run.run();
            drain();
        }
        instant = end;
    }

    private void drain() {
        for (var task = now.poll(); task != null; task = now.poll()) {
            task.run();
        }
    }
}
