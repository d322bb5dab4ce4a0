package dev.lamplighter.lan;

import dev.lamplighter.light.LightId;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The devices that have answered. Safe for many threads. */
final class Registry {
    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);
    /** Whoever has not been heard of for so long lives elsewhere. */
    private static final Duration GONE = Duration.ofDays(1);
    /** Nobody has so many; but anybody could say that there are. */
    private static final int MOST = 4_000;

    private final Map<LightId, Device> devices = new ConcurrentHashMap<>();

    /** A device said where it is, which may be another place than before. */
    Optional<Device> meet(LightId id, InetSocketAddress address, Instant now) {
        if (!devices.containsKey(id) && devices.size() >= MOST) {
            return Optional.empty();
        }
        var device = devices.computeIfAbsent(id, _ -> new Device(id, address, now));
        if (!device.address().equals(address)) {
            LOG.info("{} has moved from {} to {}", id, words(device.address()), words(address));
            device.isAt(address);
        }
        device.heard(now);
        return Optional.of(device);
    }

    Optional<Device> find(LightId id) {
        return Optional.ofNullable(devices.get(id));
    }

    Collection<Device> all() {
        return devices.values();
    }

    List<Device> known(Products products) {
        return devices.values().stream().filter(device -> device.isKnown(products)).toList();
    }

    void forget(Instant now) {
        devices.values().removeIf(device -> device.heard().isBefore(now.minus(GONE)));
    }

    static String words(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
