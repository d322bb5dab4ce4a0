package dev.lamplighter.broker.tls;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A thread for each task, which keeps no program from ending. */
public final class DaemonTicker implements Ticker {
    @Override
    public Ticking every(Duration period, Runnable task) {
        var thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("broker-ticker").factory());
        var _ = thread.scheduleWithFixedDelay(task, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        return thread::shutdownNow;
    }
}
