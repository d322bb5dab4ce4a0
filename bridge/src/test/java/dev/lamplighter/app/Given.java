package dev.lamplighter.app;

import dev.lamplighter.control.Order;
import dev.lamplighter.control.Result;
import dev.lamplighter.light.LightId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A command that was given.
 *
 * @param lights those it is for
 * @param ends how often its giver was told of a result
 */
record Given(Order order, Set<LightId> lights, CompletableFuture<Result> result, AtomicInteger ends) {
    static Given of(Order order, Set<LightId> lights) {
        return new Given(order, lights, new CompletableFuture<>(), new AtomicInteger());
    }

    Order.Giver giver() {
        return told -> {
            ends.incrementAndGet();
            result.complete(told);
        };
    }

    Result within(Duration time) throws Exception {
        return result.get(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
