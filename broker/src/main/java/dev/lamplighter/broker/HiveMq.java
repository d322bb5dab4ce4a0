package dev.lamplighter.broker;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of HiveMQ, kept from waiting for ever and from changing the JVM around it. */
final class HiveMq implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HiveMq.class);
    /** A damaged database makes HiveMQ wait for ever; a big one on a slow card needs its time. */
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final EmbeddedHiveMQ embedded;
    private final Opening opening;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    /** HiveMQ did not start, and may not be able to stop either. */
    private volatile boolean hopeless;

    private HiveMq(EmbeddedHiveMQ embedded, Opening opening) {
        this.embedded = embedded;
        this.opening = opening;
    }

    static HiveMq over(HiveMqFiles files, ExtensionMain door) {
        HiveMqTuning.apply();
        var opening = new Opening(door);
        var embedded = EmbeddedHiveMQ.builder().withConfigurationFolder(files.conf()).withDataFolder(files.data())
                .withExtensionsFolder(files.extensions()).withEmbeddedExtension(extension(opening))
                .withoutLoggingBootstrap().build();
        HiveMqTuning.closeToStrangers();
        opening.of(embedded);
        return new HiveMq(embedded, opening);
    }

    /** Returns when HiveMQ listens. */
    void start() throws BrokerException {
        var handler = Thread.getDefaultUncaughtExceptionHandler();
        try (var troubles = Troubles.heard()) {
            var started = CompletableFuture.allOf(embedded.start(), opening.done());
            await(CompletableFuture.anyOf(started, closed, troubles.first()));
        } catch (BrokerException failed) {
            hopeless = true;
            throw failed;
        } finally {
            // HiveMQ puts in one of its own that can end the process.
            Thread.setDefaultUncaughtExceptionHandler(handler);
        }
    }

    /** Waits in another thread: after a start that hangs, or ends the process, HiveMQ's own stop would wait for ever. */
    @Override
    public void close() {
        var stopping = Thread.ofVirtual().name("broker-stop").start(this::stop);
        try {
            if (!stopping.join(hopeless ? Duration.ofSeconds(1) : STOP) && !hopeless) {
                LOG.warn("the broker (HiveMQ) did not stop within {} s and is left behind", STOP.toSeconds());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        try {
            embedded.close();
        } catch (ExecutionException failed) {
            LOG.warn("the broker (HiveMQ) did not stop cleanly: {}", words(failed));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            closed.completeExceptionally(new CancellationException("it was closed meanwhile"));
        }
    }

    private static void await(CompletableFuture<Object> started) throws BrokerException {
        try {
            started.get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new BrokerException("the broker (HiveMQ) did not start: " + words(failed), failed);
        } catch (TimeoutException late) {
            throw new BrokerException(
                    "the broker (HiveMQ) did not start within " + START.toSeconds() + " s: is its data folder damaged?",
                    late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokerException("the start of the broker was interrupted", interrupted);
        }
    }

    private static EmbeddedExtension extension(ExtensionMain door) {
        return EmbeddedExtension.builder().withId("lamplighter").withName("Lamplighter").withVersion("1")
                .withExtensionMain(door).build();
    }

    static String words(Throwable failed) {
        var root = failed;
        for (var cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        var message = root.getMessage();
        return message == null || message.isBlank()
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElseThrow();
    }
}
