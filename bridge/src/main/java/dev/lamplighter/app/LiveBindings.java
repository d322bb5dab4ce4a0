package dev.lamplighter.app;

import dev.lamplighter.boards.Binding;
import dev.lamplighter.config.Loaded;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bindings in force: those of the settings file as it was when it was last right. All other settings stay as they were at the start. */
final class LiveBindings implements Supplier<List<Binding>>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveBindings.class);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("settings").factory());
    private final Supplier<Object> stamp;
    private final Supplier<Loaded> file;
    private volatile List<Binding> bindings;
    private Object last;
    private boolean isBlind;

    /** Bindings, and the stamp of the file from before they were read: what is written meanwhile is another. */
    record Read(List<Binding> bindings, Object stamp) {}

    /** @param stamp differs when {@code file} may say something else */
    LiveBindings(Read first, Supplier<Object> stamp, Supplier<Loaded> file) {
        this.bindings = first.bindings;
        this.last = first.stamp;
        this.stamp = stamp;
        this.file = file;
    }

    void start() {
        var _ = clock.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public List<Binding> get() {
        return bindings;
    }

    /** Never throws, or nobody would look again. */
    synchronized void look() {
        try {
            lookAt(stamp.get());
            isBlind = false;
        } catch (RuntimeException failed) {
            if (!isBlind) {
                LOG.warn("The bindings stay as they were, for the settings cannot be read: {}", Words.of(failed));
            }
            isBlind = true;
        }
    }

    private void lookAt(Object now) {
        if (now.equals(last)) {
            return;
        }
        var read = file.get();
        last = now;
        switch (read) {
            case Loaded.Good(var settings, _, _) -> change(settings.boards().bindings());
            case Loaded.Bad(var problems) ->
                problems.forEach(problem -> LOG.warn("The bindings stay as they were: {}", problem.line()));
        }
    }

    private void change(List<Binding> newest) {
        if (!newest.equals(bindings)) {
            bindings = newest;
            LOG.info("Bindings read again: {}", newest.size());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
