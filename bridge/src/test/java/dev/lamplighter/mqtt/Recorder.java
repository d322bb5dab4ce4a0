package dev.lamplighter.mqtt;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps what a session says and what comes in, for a test to wait for. */
final class Recorder implements SessionListener, Inbox {
    private static final int PATIENCE_SECONDS = 20;

    private final boolean acknowledges;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private volatile int failuresBefore;
    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();

    Recorder(boolean acknowledges) {
        this.acknowledges = acknowledges;
    }

    @Override
    public void received(Delivery delivery) {
        if (acknowledges) {
            delivery.acknowledge();
        }
        deliveries.add(delivery);
    }

    @Override
    public void connected(boolean sessionPresent, int failures) {
        failuresBefore = failures;
        said.add(sessionPresent ? "connected, session present" : "connected");
    }

    @Override
    public void lost(String reason) {
        said.add("lost: " + reason);
    }

    @Override
    public void refused(String reason) {
        said.add("refused: " + reason);
    }

    @Override
    public void trouble(String what) {
        said.add("trouble: " + what);
    }

    /** The next thing the session said. */
    String said() throws InterruptedException {
        return there(said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no word of the session");
    }

    /** How many attempts had failed when it was last connected. */
    int failuresBefore() {
        return failuresBefore;
    }

    /** Whether the session has said nothing since. */
    boolean isQuiet() {
        return said.isEmpty();
    }

    Delivery delivery() throws InterruptedException {
        return there(deliveries.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no delivery");
    }

    Delivery delivery(Predicate<Delivery> wanted) throws InterruptedException {
        while (true) {
            var next = delivery();
            if (wanted.test(next)) {
                return next;
            }
        }
    }

    private static <T> T there(@Nullable T found, String otherwise) {
        if (found == null) {
            throw new AssertionError(otherwise + " within " + PATIENCE_SECONDS + " s");
        }
        return found;
    }
}
