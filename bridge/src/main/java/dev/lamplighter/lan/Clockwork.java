package dev.lamplighter.lan;

import dev.lamplighter.control.Timer;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes what waits, on a thread of its own: what runs on it is quick. */
final class Clockwork implements Timer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("lan-timer").factory(), new ThreadPoolExecutor.DiscardPolicy());

    @Override
    public void after(Duration delay, Runnable task) {
        var _ = thread.schedule(() -> guarded(task), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException bug) {
            LOG.error("A fault in Lamplighter, at the LAN; it goes on, but please report this", bug);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
