package dev.lamplighter.control;

import dev.lamplighter.control.Verdict.End;
import dev.lamplighter.light.LightId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Collects the ends of one order at its lights and gives its result once the last one is in. */
final class Tally {
    private final Instant received;
    private final Consumer<Result> whenComplete;
    private final Set<LightId> open;
    private final Map<LightId, End> ends = new HashMap<>();

    Tally(Instant received, Collection<LightId> lights, Consumer<Result> whenComplete) {
        this.received = received;
        this.open = new HashSet<>(lights);
        this.whenComplete = whenComplete;
    }

    void end(LightId light, End end, Instant now) {
        if (!open.remove(light)) {
            throw new IllegalStateException("light " + light + " has ended already");
        }
        ends.put(light, end);
        if (open.isEmpty()) {
            whenComplete.accept(Verdict.of(ends, Duration.between(received, now)));
        }
    }
}
