package dev.lamplighter.web;

import dev.lamplighter.control.Timer;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The documents as they are, and all who listen for their changes. Safe to call from any thread; telling never waits for anybody who
 * listens. Documents are JSON in one line.
 */
public final class News {
    /** Commands that are remembered. */
    static final int COMMANDS = 100;
    /** Those who may listen at once. */
    static final int LISTENERS = 128;
    /** Who takes nothing for this long is cut off. */
    static final Duration STUCK = Duration.ofSeconds(20);
    private static final Duration EACH = Duration.ofSeconds(5);

    private final LongSupplier nanos;
    private final Timer timer;
    private final Map<Kind, Map<String, String>> known = new TreeMap<>();
    private final Map<Kind, Map<String, Long>> told = new TreeMap<>();
    private final Deque<String> commands = new ArrayDeque<>();
    private final Set<Listening> listeners = new HashSet<>();
    private long count;

    /** @param nanos counts nanoseconds from any beginning, never backwards */
    public News(LongSupplier nanos, Timer timer) {
        this.nanos = nanos;
        this.timer = timer;
    }

    /** Begins to look for listeners that are stuck. */
    public void start() {
        timer.after(EACH, () -> {
            cutStuck();
            start();
        });
    }

    /** Something is as {@code json} says; {@code id} is empty where there is one of the kind only. */
    public synchronized void put(Kind kind, String id, String json) {
        known.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).put(id, json);
        told.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).merge(id, 1L, Long::sum);
        notifyAll();
        tell(new Frame(kind.word + " " + id, kind.word, json));
    }

    /** One of many is no longer there. */
    public synchronized void gone(Kind kind, String id) {
        if (known.getOrDefault(kind, Map.of()).containsKey(id)) {
            known.getOrDefault(kind, new LinkedHashMap<>()).remove(id);
            told.getOrDefault(kind, new LinkedHashMap<>()).remove(id);
            var json = JsonNodeFactory.instance.objectNode().put(kind.key, id).toString();
            tell(new Frame(kind.word + " " + id, kind.word + "-gone", json));
        }
    }

    /** A command has its result. */
    public synchronized void done(String command) {
        commands.addLast(command);
        if (commands.size() > COMMANDS) {
            commands.removeFirst();
        }
        tell(new Frame("command " + count++, "command", command));
    }

    private void tell(Frame frame) {
        listeners.forEach(listener -> listener.offer(frame));
    }

    synchronized Optional<String> one(Kind kind, String id) {
        return Optional.ofNullable(known.getOrDefault(kind, Map.of()).get(id));
    }

    /** All of a kind as a JSON array. */
    synchronized String all(Kind kind) {
        return "[" + String.join(",", known.getOrDefault(kind, Map.of()).values()) + "]";
    }

    /** A JSON array, the newest first. */
    synchronized String commands() {
        return "[" + String.join(",", commands.reversed()) + "]";
    }

    /** How often something was told, for {@link #awaitAfter}. */
    synchronized long count(Kind kind, String id) {
        return told.getOrDefault(kind, Map.of()).getOrDefault(id, 0L);
    }

    /** What is told after {@code count}, where it is within {@code patience}. */
    synchronized Optional<String> awaitAfter(long count, Kind kind, String id, Duration patience)
            throws InterruptedException {
        var end = nanos.getAsLong() + patience.toNanos();
        while (count(kind, id) <= count) {
            var left = Duration.ofNanos(end - nanos.getAsLong()).toMillis();
            if (left <= 0) {
                return Optional.empty();
            }
            wait(left);
        }
        return one(kind, id);
    }

    /** Whether nobody more may listen. */
    synchronized boolean isFull() {
        return listeners.size() >= LISTENERS;
    }

    /** Writes all that is known and then what changes; nothing where too many listen already. Who never gets here holds no place. */
    void stream(OutputStream out) throws IOException, InterruptedException {
        var listener = listen();
        if (listener.isPresent()) {
            listener.get().write(out);
        }
    }

    private synchronized Optional<Listening> listen() {
        if (isFull()) {
            return Optional.empty();
        }
        var listener = new Listening(nanos, this::leave);
        known.forEach((kind, documents) -> documents
                .forEach((id, json) -> listener.offer(new Frame(kind.word + " " + id, kind.word, json))));
        var number = count - commands.size();
        for (var command : commands) {
            listener.offer(new Frame("command " + number++, "command", command));
        }
        listener.offer(new Frame("ready", "ready", "{}"));
        listeners.add(listener);
        return Optional.of(listener);
    }

    private synchronized void leave(Listening listener) {
        listeners.remove(listener);
    }

    /** How many listen at the moment. */
    public synchronized int listeners() {
        return listeners.size();
    }

    private void cutStuck() {
        List<Listening> all;
        synchronized (this) {
            all = List.copyOf(listeners);
        }
        all.forEach(listener -> listener.cutIfStuck(STUCK));
    }
}
