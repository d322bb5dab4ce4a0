package dev.lamplighter.mqtt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * What is to be published. Of a retained topic only the newest value waits, and it is remembered, since a broker may come back without its
 * data. Others wait in order, up to a limit. What was sent counts as under way until it is acknowledged, and is sent again on the next
 * connection. Not safe for threads.
 */
final class Outbox {
    private final int limit;
    private final Map<String, Publication> remembered = new LinkedHashMap<>();
    private final SequencedSet<String> freshTopics = new LinkedHashSet<>();
    private final Deque<Publication> passing = new ArrayDeque<>();
    private final List<Publication> underWay = new ArrayList<>();
    private long dropped;

    /** @param limit how many not retained publications wait before the oldest is dropped */
    Outbox(int limit) {
        this.limit = limit;
    }

    void add(Publication publication) {
        if (publication.remembered()) {
            remembered.put(publication.topic(), publication);
            freshTopics.add(publication.topic());
            return;
        }
        passing.addLast(publication);
        if (passing.size() > limit) {
            passing.removeFirst();
            dropped++;
        }
    }

    /** A new connection: what was under way goes first again, and every remembered value is fresh, {@code greeting} before all. */
    void reconnected(Publication greeting) {
        var again = underWay.stream().filter(sent -> !sent.remembered()).toList();
        again.reversed().forEach(passing::addFirst);
        underWay.clear();
        freshTopics.addAll(remembered.keySet());
        remembered.put(greeting.topic(), greeting);
        freshTopics.addFirst(greeting.topic());
    }

    /** The next to send, which is under way from now on; retained values first, for they say how things stand. */
    Optional<Publication> next() {
        if (!freshTopics.isEmpty()) {
            return Optional.ofNullable(remembered.get(freshTopics.removeFirst())).map(this::sent);
        }
        return Optional.ofNullable(passing.pollFirst()).map(this::sent);
    }

    /** The broker has it, or will never take it. */
    void settled(Publication publication) {
        underWay.remove(publication);
        var forgets = publication.remembered() && publication.payload().length() == 0;
        if (forgets && !freshTopics.contains(publication.topic())) {
            remembered.remove(publication.topic(), publication);
        }
    }

    int underWay() {
        return underWay.size();
    }

    boolean isEmpty() {
        return freshTopics.isEmpty() && passing.isEmpty() && underWay.isEmpty();
    }

    /** How many were dropped since this was asked last. */
    long takeDropped() {
        var count = dropped;
        dropped = 0;
        return count;
    }

    private Publication sent(Publication publication) {
        underWay.add(publication);
        return publication;
    }
}
