package dev.lamplighter.broker;

import java.net.InetSocketAddress;
import java.time.InstantSource;
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

    private record Run(DataFolder folder, HiveMq hiveMq, int port) implements AutoCloseable {
        @Override
        public void close() {
            hiveMq.close();
            folder.close();
        }
    }

    private final BrokerSettings settings;
    private final HiveMqFiles files;
    private final Door door;
    private final AtomicReference<@Nullable Run> running = new AtomicReference<>();

    /** @param clock spaces the log's lines about refused logins */
    public Broker(BrokerSettings settings, InstantSource clock) {
        this.settings = settings;
        this.files = new HiveMqFiles(settings.data());
        this.door = new Door(new Logins(settings), clock);
    }

    /**
     * Returns when clients can connect, usually after one to three seconds.
     *
     * @throws BrokerException when the port is taken, the data folder is not ours to use, or HiveMQ fails (after two minutes at the latest)
     */
    public void start() throws BrokerException {
        for (var attempt = 1; !started(attempt); attempt++) {
        }
    }

    /** The port clients connect to: the one of the settings, or the free one that was found. */
    public int port() {
        var run = running.get();
        if (run == null) {
            throw new IllegalStateException("the broker is not running");
        }
        return run.port();
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
        var listen = Listening.free(settings.bind(), settings.port());
        var run = prepared(listen);
        running.set(run);
        try {
            run.hiveMq().start();
            return true;
        } catch (BrokerException failed) {
            running.compareAndSet(run, null);
            run.close();
            if (!snatched(listen) || attempt == ATTEMPTS) {
                throw failed;
            }
            return false;
        }
    }

    private Run prepared(InetSocketAddress listen) throws BrokerException {
        var folder = DataFolder.take(files);
        try {
            DataFolder.write(files, HiveMqFiles.configXml(listen, settings.storage()));
            return new Run(folder, HiveMq.over(files, door), listen.getPort());
        } catch (BrokerException | RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    private boolean snatched(InetSocketAddress listen) {
        return settings.port() == 0 && !Listening.isFree(listen);
    }
}
