package dev.lamplighter.web.relay;

import dev.lamplighter.control.Order;
import dev.lamplighter.control.Plan;
import dev.lamplighter.control.Result;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** An order that has been given, and what becomes of it. */
final class Parcel implements Order.Giver {
    private final CompletableFuture<Boolean> decided = new CompletableFuture<>();
    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private final Consumer<Result> told;

    Parcel(Consumer<Result> told) {
        this.told = told;
    }

    @Override
    public void planned(Plan plan) {
        decided.complete(true);
    }

    @Override
    public void done(Result became) {
        decided.complete(true);
        told.accept(became);
        result.complete(became);
    }

    /** Waits until it is decided what the order comes to. */
    void awaitDecided(Duration patience) {
        var _ = within(decided, patience);
    }

    /** Empty when there is none in that time. */
    Optional<Result> result(Duration patience) {
        return within(result, patience);
    }

    static <T> Optional<T> within(CompletableFuture<T> future, Duration patience) {
        try {
            return Optional.of(future.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException never) {
            throw new IllegalStateException("nobody completes it with a fault", never);
        }
    }
}
