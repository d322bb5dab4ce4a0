package dev.lamplighter.app;

import dev.lamplighter.control.Surroundings;
import dev.lamplighter.control.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that {@code control} runs on: one that owns what is known, one clock that wakes it, and a virtual one for each call that
 * blocks. After {@link #close} nothing runs any more, and what is handed in is dropped.
 */
final class Owner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Owner.class);
    private static final Duration LAST_CALLS = Duration.ofSeconds(2);

    private final ExecutorService owner = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("owner").factory());
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("timer").factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    private final ExecutorService calls = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("call-", 0).factory());

    private final InstantSource time;

    Owner(InstantSource time) {
        this.time = time;
    }

    Surroundings surroundings() {
        Timer timer = (delay, task) -> {
            var _ = clock.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        };
        return new Surroundings(this::run, this::call, timer, time, RandomGenerator.getDefault());
    }

    private void run(Runnable task) {
        try {
            owner.execute(() -> guarded(task));
        } catch (RejectedExecutionException _) {
            // We are closing: nobody waits for this any more.
            LOG.debug("dropped a task while closing");
        }
    }

    private void call(Runnable call) {
        try {
            calls.execute(call);
        } catch (RejectedExecutionException _) {
            LOG.debug("dropped a call while closing");
        }
    }

    /** A fault in one task must not end the thread that owns everything. */
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException bug) {
            LOG.error("A fault in Lamplighter; it goes on, but please report this", bug);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        calls.shutdownNow();
        owner.shutdown();
        try {
            if (!owner.awaitTermination(LAST_CALLS.toMillis(), TimeUnit.MILLISECONDS)) {
                owner.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
