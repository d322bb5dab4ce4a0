package dev.lamplighter.app;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Where a test waits until something is so. Whoever changes something rings. */
final class Bell {
    /** What becomes so by time alone rings nobody. */
    private static final Duration ROUND = Duration.ofMillis(100);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();

    void ring() {
        lock.lock();
        try {
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether {@code what} was so within {@code time}. */
    boolean await(BooleanSupplier what, Duration time) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        lock.lockInterruptibly();
        try {
            while (!what.getAsBoolean()) {
                var left = Math.min(end - System.nanoTime(), ROUND.toNanos());
                if (left <= 0) {
                    return false;
                }
                rung.await(left, TimeUnit.NANOSECONDS);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
