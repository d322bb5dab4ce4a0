package dev.lamplighter.broker.tls;

import java.time.Duration;

/** Runs something again and again until that is closed. */
@FunctionalInterface
public interface Ticker {
    /** What runs again and again. */
    interface Ticking extends AutoCloseable {
        @Override
        void close();
    }

    /** The first run comes after one period. */
    Ticking every(Duration period, Runnable task);
}
