package dev.lamplighter.simulator.bulbs;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** What the bulbs took, the last 10,000 messages of it, each once its change is made. Safe for many threads. */
public final class BulbLog {
    private static final int KEPT = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Deque<Arrival> kept = new ArrayDeque<>();
    private final Map<Type, Long> counts = new EnumMap<>(Type.class);
    private long count;

    public List<Arrival> all() {
        lock.lock();
        try {
            return List.copyOf(kept);
        } finally {
            lock.unlock();
        }
    }

    /** How many there were since the start. */
    public long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** How many of this type there were since the start. */
    public long count(Type type) {
        lock.lock();
        try {
            return counts.getOrDefault(type, 0L);
        } finally {
            lock.unlock();
        }
    }

    /** Forgets them, but not how many they were. */
    public void clear() {
        lock.lock();
        try {
            kept.clear();
        } finally {
            lock.unlock();
        }
    }

    /** The first message that matches, past or to come. */
    public Arrival await(Predicate<Arrival> which, Duration timeout) throws InterruptedException, TimeoutException {
        lock.lockInterruptibly();
        try {
            var left = timeout.toNanos();
            while (true) {
                var found = kept.stream().filter(which).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                if (left <= 0) {
                    throw new TimeoutException("no such message came within " + timeout + ", of " + count + " in all");
                }
                left = more.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    void add(Arrival arrival) {
        lock.lock();
        try {
            count++;
            arrival.packet().type().ifPresent(type -> counts.merge(type, 1L, Long::sum));
            kept.addLast(arrival);
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
