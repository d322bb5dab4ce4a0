package dev.lamplighter.control;

import dev.lamplighter.control.Order.Giver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Where orders wait for what has to be known before they can be decided: the lights, or a scene. */
final class Anteroom {
    /** Whoever sends more before anything can be done floods us. */
    static final int MOST = 1_000;

    private final Surroundings around;
    private final Consumer<Held> whenOld;
    private final List<Held> held = new ArrayList<>();

    record Held(Order order, Giver giver) {}

    /** @param whenOld gets those that have waited for their time to live */
    Anteroom(Surroundings around, Consumer<Held> whenOld) {
        this.around = around;
        this.whenOld = whenOld;
    }

    int size() {
        return held.size();
    }

    boolean isFull() {
        return held.size() >= MOST;
    }

    void add(Order order, Giver giver) {
        held.add(new Held(order, giver));
        around.timer().after(Duration.between(around.clock().instant(), order.expires()), this::expire);
    }

    /** All that wait, in the order in which they came; those that have to wait on come back by {@link #add}. */
    List<Held> empty() {
        return take(_ -> true);
    }

    private void expire() {
        Instant now = around.clock().instant();
        take(it -> !now.isBefore(it.order.expires())).forEach(whenOld);
    }

    private List<Held> take(Predicate<Held> which) {
        var taken = held.stream().filter(which).toList();
        held.removeAll(taken);
        return taken;
    }
}
