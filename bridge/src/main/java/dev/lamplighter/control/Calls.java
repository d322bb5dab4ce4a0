package dev.lamplighter.control;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes calls that block where they may, and brings their replies home to the owner's thread. */
final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private Calls() {}

    static <T> void make(Surroundings around, Supplier<Reply<T>> call, Consumer<Reply<T>> home) {
        around.calls().execute(() -> {
            var reply = guarded(call);
            around.owner().execute(() -> home.accept(reply));
        });
    }

    /** A way never throws for what the far side does. What waits for this call still has to end, and everything else to go on. */
    private static <T> Reply<T> guarded(Supplier<Reply<T>> call) {
        try {
            return call.get();
        } catch (RuntimeException bug) {
            LOG.error("A fault in Lamplighter kept a request from being made; please report this", bug);
            return Reply.of(new Outcome.Refused<>("a fault in Lamplighter: " + bug.getClass().getSimpleName()));
        }
    }
}
