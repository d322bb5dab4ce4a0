package dev.lamplighter.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * What arrived, the last 10,000 of it. A request is in the log once its change is made and before its reply leaves. Safe for many threads.
 */
public final class RequestLog {
    static final int KEPT = 10_000;

    /** Totals since the start: all requests, those that are not {@code GET}, those answered 429. */
    public record Counts(long requests, long writes, long tooMany) {
        Counts and(Exchange exchange) {
            return new Counts(requests + 1, writes + (exchange.isWrite() ? 1 : 0),
                    tooMany + (exchange.status() == 429 ? 1 : 0));
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Deque<Exchange> kept = new ArrayDeque<>();
    private Counts counts = new Counts(0, 0, 0);

    public List<Exchange> all() {
        lock.lock();
        try {
            return List.copyOf(kept);
        } finally {
            lock.unlock();
        }
    }

    public Counts counts() {
        lock.lock();
        try {
            return counts;
        } finally {
            lock.unlock();
        }
    }

    /** The first request that matches, past or to come. */
    public Exchange awaitRequest(Predicate<Exchange> which, Duration timeout)
            throws InterruptedException, TimeoutException {
        return awaitRequests(1, which, timeout).getFirst();
    }

    /** The first {@code count} requests that match, past or to come. */
    public List<Exchange> awaitRequests(int count, Predicate<Exchange> which, Duration timeout)
            throws InterruptedException, TimeoutException {
        lock.lockInterruptibly();
        try {
            var left = timeout.toNanos();
            var found = first(count, which);
            while (found.size() < count) {
                if (left <= 0) {
                    throw new TimeoutException("%d of %d such requests came within %s, of %d in all"
                            .formatted(found.size(), count, timeout, counts.requests()));
                }
                left = more.awaitNanos(left);
                found = first(count, which);
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    void add(Exchange exchange) {
        lock.lock();
        try {
            counts = counts.and(exchange);
            kept.addLast(exchange.numbered(counts.requests()));
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private List<Exchange> first(int count, Predicate<Exchange> which) {
        return kept.stream().filter(which).limit(count).toList();
    }
}
