package dev.lamplighter.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One who listens. What waits for a slow one is the newest of each thing, in the place of the older, so that a snapshot is whole when it ends;
 * whom commands outrun is cut off, to begin anew.
 */
final class Listening {
    /** Lights and boards of a large home, with room for a burst of commands. */
    static final int MOST_WAITING = 4_000;
    static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final LongSupplier nanos;
    private final Consumer<Listening> leave;
    private final Map<String, Frame> waiting = new LinkedHashMap<>();
    private boolean isOver;
    private @Nullable Thread writing;
    private long since;

    Listening(LongSupplier nanos, Consumer<Listening> leave) {
        this.nanos = nanos;
        this.leave = leave;
    }

    synchronized void offer(Frame frame) {
        waiting.put(frame.key(), frame);
        if (waiting.size() > MOST_WAITING) {
            waiting.clear();
            isOver = true;
        }
        notifyAll();
    }

    void write(OutputStream out) throws IOException, InterruptedException {
        try {
            while (awaitNews()) {
                var frames = begin();
                if (frames.isEmpty()) {
                    out.write(BEAT);
                }
                for (var frame : frames) {
                    frame.text().writeTo(out);
                }
                out.flush();
                end();
            }
        } finally {
            end();
            leave.accept(this);
        }
    }

    /** Whether there is more to write, be it only a heartbeat. */
    private synchronized boolean awaitNews() throws InterruptedException {
        var end = nanos.getAsLong() + HEARTBEAT.toNanos();
        while (waiting.isEmpty() && !isOver) {
            var left = Duration.ofNanos(end - nanos.getAsLong()).toMillis();
            if (left <= 0) {
                return true;
            }
            wait(left);
        }
        return !isOver;
    }

    /** What waits, which is to be written now. */
    synchronized List<Frame> begin() {
        var frames = List.copyOf(waiting.values());
        waiting.clear();
        writing = Thread.currentThread();
        since = nanos.getAsLong();
        return frames;
    }

    /** All of it was taken. */
    synchronized void end() {
        writing = null;
    }

    /** A thread that is interrupted while it writes closes its connection. */
    synchronized void cutIfStuck(Duration patience) {
        if (writing != null && nanos.getAsLong() - since > patience.toNanos()) {
            isOver = true;
            writing.interrupt();
        }
    }
}
