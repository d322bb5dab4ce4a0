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
     * Each stage leaves when all of the one before was taken, and only as long as nothing newer is wished of the device.
     *
     * @param again whether a message may be sent more than once
     * @param within for each stage, and longer where it has many messages
     */
    CompletableFuture<Reach> tell(Device device, List<List<Message>> stages, Object wish, boolean again,
            Duration within) {
        return stages(device, stages, letter -> delivery.send(device.id(), letter), wish, again, within);
    }

    /** Tells what belongs to a wish that was told before, unless something newer was wished of the device. */
    CompletableFuture<Reach> goOn(Device device, List<Message> stage, Object wish, Duration within) {
        return stages(device, List.of(stage), letter -> delivery.goOn(device.id(), letter), wish, true, within);
    }

    /** @param first how the first of all messages is sent, which alone may make older wishes void */
    private CompletableFuture<Reach> stages(Device device, List<List<Message>> stages, Sending first, Object wish,
            boolean again, Duration within) {
        if (stages.isEmpty()) {
            return CompletableFuture.completedFuture(Reach.OK);
        }
        Sending next = letter -> delivery.goOn(device.id(), letter);
        return stage(stages.getFirst(), first, next, wish, again, within).thenCompose(taken -> taken
                ? stages(device, stages.subList(1, stages.size()), next, wish, again, within)
                : CompletableFuture.completedFuture(Reach.TIMED_OUT));
    }

    private static CompletableFuture<Boolean> stage(List<Message> stage, Sending first, Sending next, Object wish,
            boolean again, Duration within) {
        // Many, as an old strip of many colours needs, leave one after the other.
        var enough = within.plus(Pacing.EACH.multipliedBy(stage.size() - 1L));
        var all = CompletableFuture.completedFuture(true);
        var sending = first;
        for (var message : stage) {
            var letter = Letter.telling(message, wish, enough);
            var taken = sending.send(again ? letter : letter.once()).thenApply(Answer.Said.class::isInstance);
            all = all.thenCombine(taken, Boolean::logicalAnd);
            sending = next;
        }
        return all;
    }

    private interface Sending {
        CompletableFuture<Answer> send(Letter letter);
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
