package dev.lamplighter.control;

import dev.lamplighter.control.Verdict.End;
import dev.lamplighter.light.LightId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects the ends of one order at its lights and gives its result once the last one is in. */
final class Tally {
    private final Instant received;
    private final Consumer<Result> whenComplete;
    private final List<Verdict.Single> ends = new ArrayList<>();
    private int open;
    private boolean closed;

    Tally(Instant received, Consumer<Result> whenComplete) {
        this.received = received;
        this.whenComplete = whenComplete;
    }

    /** One thing that is to be done at a light. Its first end counts; what comes after that is of no interest any more. */
    final class Slot {
        private final LightId light;
        private boolean ended;

        private Slot(LightId light) {
            this.light = light;
        }

        boolean isOpen() {
            return !ended;
        }

        void end(End end, Instant now) {
            if (ended) {
                return;
            }
            ended = true;
            ends.add(new Verdict.Single(light, end));
            open--;
            check(now);
        }
    }

    Slot slot(LightId light) {
        open++;
        return new Slot(light);
    }

    /** For what is said once more of our own accord: nobody waits for its end. */
    static Slot unheard(LightId light) {
        return new Tally(Instant.EPOCH, _ -> {}).slot(light);
    }

    /** No slots come any more. */
    void close(Instant now) {
        closed = true;
        check(now);
    }

    private void check(Instant now) {
        if (closed && open == 0) {
            whenComplete.accept(Verdict.of(ends, Duration.between(received, now)));
        }
    }
}
