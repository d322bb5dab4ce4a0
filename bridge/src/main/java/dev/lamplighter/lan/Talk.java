package dev.lamplighter.lan;

import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.lan.wire.Message;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks devices, and tells them stage after stage. */
final class Talk {
    private final Delivery delivery;

    Talk(Delivery delivery) {
        this.delivery = delivery;
    }

    /** Keeps what the device said; the answer comes in time, with or without it. */
    CompletableFuture<Answer> ask(Device device, Letter letter) {
        return delivery.send(device.id(), letter).thenApply(answer -> {
            if (answer instanceof Answer.Said(var messages)) {
                device.facts().take(messages);
            }
            return answer;
        });
    }

    /**
     * Each stage leaves when all of the one before was taken.
     *
     * @param again whether a message may be sent more than once
     * @param within for each stage
     */
    CompletableFuture<Reach> tell(Device device, List<List<Message>> stages, Object wish, boolean again,
            Duration within) {
        if (stages.isEmpty()) {
            return CompletableFuture.completedFuture(Reach.OK);
        }
        return stage(device, stages.getFirst(), wish, again, within).thenCompose(taken -> taken
                ? tell(device, stages.subList(1, stages.size()), wish, again, within)
                : CompletableFuture.completedFuture(Reach.TIMED_OUT));
    }

    private CompletableFuture<Boolean> stage(Device device, List<Message> stage, Object wish, boolean again,
            Duration within) {
        return stage.stream().map(message -> Letter.telling(message, wish, within))
                .map(letter -> delivery.send(device.id(), again ? letter : letter.once()))
                .map(answer -> answer.thenApply(Answer.Said.class::isInstance))
                .reduce((one, other) -> one.thenCombine(other, Boolean::logicalAnd))
                .orElseGet(() -> CompletableFuture.completedFuture(true));
    }

    /** Whether nothing newer was wished of the device. */
    boolean isWished(Device device, Object wish) {
        return delivery.isWished(device.id(), wish);
    }

    /** What came of it, or {@code otherwise} when nothing has in time or whoever waits is called off. */
    static <T> T await(CompletableFuture<T> result, Duration within, T otherwise) {
        try {
            return result.get(Math.max(0, within.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return otherwise;
        } catch (TimeoutException _) {
            return otherwise;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a fault at the LAN", failed.getCause());
        }
    }
}
