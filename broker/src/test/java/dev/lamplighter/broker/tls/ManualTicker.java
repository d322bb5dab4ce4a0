package dev.lamplighter.broker.tls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Periods pass when the test says so. */
public final class ManualTicker implements Ticker {
    private final List<Runnable> tasks = new ArrayList<>();
    private final List<Duration> periods = new ArrayList<>();

    @Override
    public Ticking every(Duration period, Runnable task) {
        tasks.add(task);
        periods.add(period);
        return () -> tasks.remove(task);
    }

    /** One period goes by. */
    public void tick() {
        List.copyOf(tasks).forEach(Runnable::run);
    }

    public boolean isIdle() {
        return tasks.isEmpty();
    }

    /** Those that were ever asked for. */
    public List<Duration> periods() {
        return List.copyOf(periods);
    }
}
