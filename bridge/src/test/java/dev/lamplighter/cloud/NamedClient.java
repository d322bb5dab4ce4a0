package dev.lamplighter.cloud;

import dev.lamplighter.cloud.CloudClient.Self;
import dev.lamplighter.light.Parsed.Accepted;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A client for other rooms' tests, whose name server knows loopback only, and that only now and then. */
public final class NamedClient {
    private NamedClient() {}

    /** @param known whether names are to be found at the moment */
    public static CloudClient of(CloudSettings settings, BooleanSupplier known, InstantSource clock) {
        var client = CloudClient.of(settings, host -> {
            if (!known.getAsBoolean()) {
                throw new UnknownHostException(host);
            }
            return List.of(InetAddress.getLoopbackAddress());
        }, new Self("Lamplighter/test", clock));
        return ((Accepted<CloudClient>) client).value();
    }
}
