package dev.lamplighter.simulator;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/**
 * LIFX's cloud in front of a simulated {@link Household}: HTTPS with TLS 1.3 or 1.2, HTTP/2 or HTTP/1.1, LIFX's HTTP API version 1, its
 * rate limit, and faults on demand. Its log, faults and household may be used from any thread while it runs.
 *
 * <p>
 * What lists show of a light comes from its {@link SimulatedLight} by the clock that was handed in. Breathing and pulsing end at once.
 */
public final class SimulatedCloud implements AutoCloseable {
    private final SimulatorSettings settings;
    private final Household household;
    private final Faults faults = new Faults();
    private final RequestLog log = new RequestLog();
    private final MockWebServer server = new MockWebServer();
    private final AtomicLong drained = new AtomicLong();
    private final InstantSource clock;
    private final RandomGenerator random;
    private final RateLimit limit;

    private @Nullable HeldCertificate authority;
    private @Nullable Doorway doorway;
    private @Nullable Thread drain;

    /** @param random for {@code :random} selectors and the colour {@code random}; used by many threads at once */
    public SimulatedCloud(SimulatorSettings settings, Household household, InstantSource clock,
            RandomGenerator random) {
        this.settings = settings;
        this.household = household;
        this.clock = clock;
        this.random = random;
        this.limit = new RateLimit(settings.limit().requests(), settings.limit().window(), clock);
    }

    /** @throws IOException when the port is taken, or the folder of the certificate authority cannot be used */
    public void start() throws IOException {
        authority = Certificates.authority(settings.caFolder());
        doorway = new Doorway();
        var desk = new Desk(new Api(random), household, faults,
                new Turn.World(clock, random, settings.transitions()));
        server.setServerSocketFactory(doorway);
        server.useHttps(Certificates.server(authority, settings.certificate()).sslSocketFactory());
        server.setDispatcher(new CloudDispatcher(new CloudDispatcher.Passage(desk, limit, faults, log), doorway,
                settings, clock));
        listen();
        drain = Thread.ofVirtual().name("simulator-drain").start(this::drain);
    }

    /** Scheme, host and port, such as {@code https://127.0.0.1:41234}; the API is under {@code /v1}. */
    public URI url() {
        return URI.create("https://" + host(settings.bind()) + ":" + server.getPort());
    }

    /** The certificate authority to trust, as PEM. */
    public String caPem() {
        if (authority == null) {
            throw new IllegalStateException("the simulated cloud has not been started");
        }
        return authority.certificatePem();
    }

    public void writeCa(Path file) throws IOException {
        Files.writeString(file, caPem());
    }

    public Household household() {
        return household;
    }

    public Faults faults() {
        return faults;
    }

    public RequestLog log() {
        return log;
    }

    /**
     * Another client of the same token sends {@code requests} at once, of which those past the limit are refused.
     *
     * @return how many were granted
     */
    public int spend(int requests) {
        return limit.charge(requests);
    }

    /** Cuts all connections and refuses new ones, as if the machine were there but nothing listened. */
    public void refuseConnections() {
        if (doorway != null) {
            doorway.shut();
        }
    }

    /** @throws IOException when somebody else has taken the port in between */
    public void acceptConnections() throws IOException {
        if (doorway != null) {
            doorway.open();
        }
    }

    @Override
    public void close() {
        server.close();
        if (drain != null) {
            drain.interrupt();
        }
    }

    /** Requests that the server still keeps in memory. */
    long undrained() {
        return server.getRequestCount() - drained.get();
    }

    private void listen() throws IOException {
        try {
            server.start(settings.bind(), settings.port());
        } catch (BindException e) {
            throw new IOException("port %d of %s cannot be used: %s".formatted(settings.port(),
                    settings.bind().getHostAddress(), e.getMessage()), e);
        }
    }

    /** The server keeps every request for somebody to take; nobody else does, and days of polling would fill the memory. */
    private void drain() {
        try {
            while (true) {
                server.takeRequest();
                drained.incrementAndGet();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String host(InetAddress bind) {
        if (bind.isAnyLocalAddress()) {
            return "localhost";
        }
        return bind instanceof Inet6Address ? "[" + bind.getHostAddress() + "]" : bind.getHostAddress();
    }
}
