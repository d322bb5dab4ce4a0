package dev.lamplighter.topics;

import dev.lamplighter.control.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Remembers the commands that carry an id for some minutes, so that one that comes again gets the first one's result and is not carried out
 * again. An id counts within a topic and the lights it means there: two boards that both count from 1 do not meet. Safe to call from any thread.
 */
final class Repeats {
    static final Duration MEMORY = Duration.ofMinutes(5);
    static final int MOST = 10_000;

    private final Map<String, Seen> seen = new LinkedHashMap<>();

    private static final class Seen {
        final Instant at;
        Optional<Result> result = Optional.empty();
        final List<Consumer<Result>> waiting = new ArrayList<>();

        Seen(Instant at) {
            this.at = at;
        }
    }

    /**
     * Whether the command is new. If it is not, {@code answer} gets the first one's result: now if it is known, else as soon as it is.
     */
    boolean isNew(String place, String id, Instant now, Consumer<Result> answer) {
        Optional<Result> known;
        synchronized (this) {
            forget(now);
            var before = seen.get(key(place, id));
            if (before == null) {
                seen.put(key(place, id), new Seen(now));
                return true;
            }
            known = before.result;
            if (known.isEmpty()) {
                before.waiting.add(answer);
            }
        }
        known.ifPresent(answer);
        return false;
    }

    /** The first one's result is known: those that came again meanwhile get it too. */
    void done(String place, String id, Result result) {
        List<Consumer<Result>> waiting;
        synchronized (this) {
            var first = seen.get(key(place, id));
            if (first == null) {
                return;
            }
            first.result = Optional.of(result);
            waiting = List.copyOf(first.waiting);
            first.waiting.clear();
        }
        waiting.forEach(answer -> answer.accept(result));
    }

    private void forget(Instant now) {
        var oldest = now.minus(MEMORY);
        var entries = seen.entrySet().iterator();
        while (entries.hasNext()) {
            var entry = entries.next().getValue();
            var isOld = entry.result.isPresent() && (entry.at.isBefore(oldest) || seen.size() > MOST);
            if (!isOld) {
                return;
            }
            entries.remove();
        }
    }

    private static String key(String place, String id) {
        return place + '\n' + id;
    }
}
