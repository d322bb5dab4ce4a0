package dev.lamplighter.broker.rules;

import java.util.List;

/**
 * What somebody reaches.
 *
 * @param writes topics that may be published on
 * @param closed of those, the ones that may not after all
 * @param reads filters of which any part may be subscribed to
 */
record Reach(List<Filter> writes, List<Filter> closed, List<Filter> reads) {
    static final Reach ALL = new Reach(filters("#", "$SYS/#"), List.of(), filters("#", "$SYS/#"));

    static Reach of(List<String> writes, List<String> closed, List<String> reads) {
        return new Reach(filters(writes.toArray(String[]::new)), filters(closed.toArray(String[]::new)),
                filters(reads.toArray(String[]::new)));
    }

    private static List<Filter> filters(String... texts) {
        return List.of(texts).stream().map(Filter::of).toList();
    }

    boolean writes(String topic) {
        var there = Filter.topic(topic);
        return writes.stream().anyMatch(it -> it.covers(there)) && closed.stream().noneMatch(it -> it.covers(there));
    }

    boolean reads(String filter) {
        var asked = Filter.of(filter);
        return reads.stream().anyMatch(it -> it.covers(asked));
    }
}
