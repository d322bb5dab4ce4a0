package dev.lamplighter.topics;

import dev.lamplighter.store.Letter;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Keeps letters of a topic in their order while one of them cannot be read yet. Safe to call from any thread. */
final class Turns {
    private static final int MOST = 1_000;

    private final Map<String, Queue<Letter>> waiting = new HashMap<>();

    /** What is to be done with a letter that has come. */
    enum Turn {
        NOW, LATER, NEVER
    }

    synchronized Turn take(Letter letter) {
        var queue = waiting.get(letter.topic());
        if (queue == null) {
            return Turn.NOW;
        }
        if (queue.size() >= MOST) {
            return Turn.NEVER;
        }
        queue.add(letter);
        return Turn.LATER;
    }

    /** Letters of {@code topic} wait from now on until {@link #next} finds none that does. */
    synchronized void hold(String topic) {
        waiting.computeIfAbsent(topic, _ -> new ArrayDeque<>());
    }

    /** The letter that has waited longest; when there is none, none has to wait any more. */
    synchronized Optional<Letter> next(String topic) {
        var queue = waiting.getOrDefault(topic, new ArrayDeque<>());
        if (queue.isEmpty()) {
            waiting.remove(topic);
        }
        return Optional.ofNullable(queue.poll());
    }
}
