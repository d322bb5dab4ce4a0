package dev.lamplighter.broker;

import dev.lamplighter.broker.tls.Certificates;
import dev.lamplighter.broker.tls.Means;
import dev.lamplighter.broker.tls.TlsException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An MQTT 3.1.1 and 5 broker in this JVM. A closed one may be started again. {@link #close()} may be called from any thread, also while
 * {@link #start()} is still waiting. Should {@code start} fail because of HiveMQ itself, threads of HiveMQ can stay behind that keep the
 * JVM from ending by itself: leave with {@code System.exit}.
 */
public final class Broker implements AutoCloseable {
    /** How often a port just found free may be snatched by someone else before HiveMQ has it. */
    private static final int ATTEMPTS = 5;

    private record Run(DataFolder folder, Door door, HiveMq hiveMq, Bound bound,
            Optional<Certificates> certificates) implements AutoCloseable {
        @Override
        public void close() {
            certificates.ifPresent(Certificates::close);
            hiveMq.close();
            door.close();
            folder.close();
        }
    }

    private final BrokerSettings settings;
    private final Means means;
    private final HiveMqFiles files;
    private final AtomicReference<@Nullable Run> running = new AtomicReference<>();

    /** @param clock spaces the log's lines about refused logins and tells when certificates end */
    public Broker(BrokerSettings settings, InstantSource clock) {
        this(settings, Means.real(clock));
    }

    Broker(BrokerSettings settings, Means means) {
        this.settings = settings;
        this.means = means;
        this.files = new HiveMqFiles(settings.data());
    }

    /**
     * Returns when clients can connect, usually after one to three seconds.
     *
     * @throws BrokerException when a port is taken, the data folder is not ours to use, there is no good certificate, HiveMQ's native code
     *     cannot be loaded, or HiveMQ fails (after two minutes at the latest)
     */
    public void start() throws BrokerException {
        NativeCode.load(settings.storage());
        for (var attempt = 1; !started(attempt); attempt++) {
        }
    }

    /**
     * The port clients connect to without TLS: the one of the settings, or the free one that was found.
     *
     * @throws IllegalStateException when the broker is not running, or listens with TLS only
     */
    public int port() {
        return Bound.port(run().bound().plain())
                .orElseThrow(() -> new IllegalStateException("the broker listens with TLS only"));
    }

    /** The port for MQTT over TLS, where there is one. */
    public OptionalInt tlsPort() {
        return Bound.port(run().bound().tls());
    }

    /** The port for MQTT over WebSocket over TLS, where there is one. */
    public OptionalInt websocketPort() {
        return Bound.port(run().bound().websocket());
    }

    /** SHA-256 of the authority that clients have to trust; nothing without TLS, or with a certificate of the user's. */
    public Optional<String> authorityFingerprint() {
        return run().certificates().flatMap(Certificates::authorityFingerprint);
    }

    /** How many messages were dropped since the start, as the queues of their clients were full or their clients too slow. */
    public long dropped() {
        return run().door().dropped();
    }

    private Run run() {
        var run = running.get();
        if (run == null) {
            throw new IllegalStateException("the broker is not running");
        }
        return run;
    }

    /** Says goodbye to the clients, writes everything out and leaves the folder and the port to others. Harmless when not running. */
    @Override
    public void close() {
        var run = running.getAndSet(null);
        if (run != null) {
            run.close();
        }
    }

    private boolean started(int attempt) throws BrokerException {
        var bound = Listening.free(settings.listeners());
        var run = prepared(bound);
        running.set(run);
        try {
            run.hiveMq().start();
            return true;
        } catch (BrokerException failed) {
            running.compareAndSet(run, null);
            run.close();
            if (!snatched(bound) || attempt == ATTEMPTS) {
                throw failed;
            }
            return false;
        }
    }

    private Run prepared(Bound bound) throws BrokerException {
        var folder = DataFolder.take(files);
        var certificates = settings.listeners().secured().map(tls -> new Certificates(tls, files.tls(), means));
        var door = new Door(settings.access(), means.clock());
        try {
            door.start(means.ticker());
            DataFolder.write(files, config(bound, certificates));
            return new Run(folder, door, HiveMq.over(files, door), bound, certificates);
        } catch (BrokerException | RuntimeException failed) {
            door.close();
            certificates.ifPresent(Certificates::close);
            folder.close();
            throw failed;
        }
    }

    private String config(Bound bound, Optional<Certificates> certificates) throws BrokerException {
        if (certificates.isPresent()) {
            start(certificates.get());
        }
        return HiveMqFiles.configXml(ListenersXml.of(bound, certificates.map(ListenersXml.Keys::of)),
                settings.storage());
    }

    private static void start(Certificates certificates) throws BrokerException {
        try {
            certificates.start();
        } catch (TlsException refused) {
            throw new BrokerException(String.valueOf(refused.getMessage()), refused);
        }
    }

    private boolean snatched(Bound bound) {
        return settings.listeners().all().anyMatch(listen -> listen.port() == 0)
                && !bound.all().allMatch(Listening::isFree);
    }
}
