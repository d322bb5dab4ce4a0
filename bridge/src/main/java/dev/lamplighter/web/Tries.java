package dev.lamplighter.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often passwords may be tried: a few times at once, then slowly, counted for each address. Safe to call from any thread. */
final class Tries {
    static final int AT_ONCE = 5;
    static final Duration EACH = Duration.ofSeconds(20);
    /** Addresses that are remembered; the oldest goes first. */
    private static final int MOST = 1_000;

    private final InstantSource clock;
    /** When all tries of an address are free again. */
    private final Map<String, Instant> full = new LinkedHashMap<>();

    Tries(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes one try; how long to wait before there is one, zero where there was. */
    synchronized Duration take(String address) {
        var now = clock.instant();
        var key = network(address);
        var known = full.getOrDefault(key, now);
        var next = (known.isAfter(now) ? known : now).plus(EACH);
        var wait = Duration.between(now.plus(EACH.multipliedBy(AT_ONCE)), next);
        if (wait.isPositive()) {
            return wait;
        }
        full.remove(key);
        full.put(key, next);
        if (full.size() > MOST) {
            full.remove(full.keySet().iterator().next());
        }
        return Duration.ZERO;
    }

    /** It was the right one. */
    synchronized void forgive(String address) {
        full.remove(network(address));
    }

    /** Whoever has one address of version 6 has all that begin with the same 64 bits. */
    private static String network(String address) {
        return InetAddress.ofLiteral(address) instanceof Inet6Address six
                ? HexFormat.of().formatHex(six.getAddress(), 0, 8)
                : address;
    }
}
