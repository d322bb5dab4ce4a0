package dev.lamplighter.broker.tls;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * What certificates are made with.
 *
 * @param names what this machine is called at the moment of asking: host names and addresses
 */
public record Means(InstantSource clock, Ticker ticker, SecureRandom random, Supplier<List<String>> names) {
    /** Those of the real world. */
    public static Means real(InstantSource clock) {
        return new Means(clock, new DaemonTicker(), new SecureRandom(), new HostNames());
    }
}
