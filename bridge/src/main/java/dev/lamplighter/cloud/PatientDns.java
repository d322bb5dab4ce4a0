package dev.lamplighter.cloud;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Looks names up on a thread of the operating system and waits no longer than the caller has time.
 *
 * <p>
 * The system's resolver cannot be interrupted and may take half a minute when the name server is away. On a virtual thread it would hold one
 * of the few carriers that everything else runs on, and no deadline of OkHttp reaches it.
 */
final class PatientDns implements Dns {
    /** How long the caller of the moment can wait; {@link #LONGEST} where it did not say. */
    static final ScopedValue<Duration> PATIENCE = ScopedValue.newInstance();
    static final Duration LONGEST = Duration.ofSeconds(5);

    private final Dns resolver;

    PatientDns(Dns resolver) {
        this.resolver = resolver;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        var lookup = new FutureTask<>(() -> resolver.lookup(host));
        Thread.ofPlatform().daemon().name("name-lookup").start(lookup);
        try {
            return lookup.get(patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw new SilentNameServer(host);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new SilentNameServer(host);
        } catch (ExecutionException e) {
            throw unknown(host, e);
        }
    }

    private static Duration patience() {
        var patience = PATIENCE.orElse(LONGEST);
        return patience.compareTo(LONGEST) < 0 ? patience : LONGEST;
    }

    private static UnknownHostException unknown(String host, ExecutionException e) {
        var unknown = new UnknownHostException(host);
        unknown.initCause(e.getCause());
        return unknown;
    }

    /** The name may well exist: nobody said. */
    static final class SilentNameServer extends UnknownHostException {
        SilentNameServer(String host) {
            super(host);
        }
    }
}
