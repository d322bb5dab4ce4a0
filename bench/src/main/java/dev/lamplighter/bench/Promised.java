package dev.lamplighter.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What a broker has acknowledged and therefore must still know, however it ends. */
final class Promised {
    private final Map<String, Integer> retained = new ConcurrentHashMap<>();
    private final Map<String, Queue<Integer>> queued = new ConcurrentHashMap<>();
    private final AtomicInteger retainedCount = new AtomicInteger();
    private final AtomicInteger queuedCount = new AtomicInteger();

    /** @param number greater than all before on this topic */
    void retained(String topic, int number) {
        retained.merge(topic, number, Math::max);
        retainedCount.incrementAndGet();
    }

    /** @param number of this message only */
    void queued(String topic, int number) {
        queued.computeIfAbsent(topic, _ -> new ConcurrentLinkedQueue<>()).add(number);
        queuedCount.incrementAndGet();
    }

    /** The newest number of each topic. */
    Map<String, Integer> retained() {
        return Map.copyOf(retained);
    }

    /** The numbers that were acknowledged and not delivered; what was delivered is promised no longer. */
    Set<Integer> undelivered(String topic, List<Integer> delivered) {
        var promised = queued.remove(topic);
        var missing = new HashSet<>(promised == null ? List.<Integer>of() : promised);
        delivered.forEach(missing::remove);
        return missing;
    }

    int retainedCount() {
        return retainedCount.get();
    }

    int queuedCount() {
        return queuedCount.get();
    }
}
