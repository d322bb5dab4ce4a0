package dev.lamplighter.lan;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where devices are called, and how often. Half of them miss a single broadcast; six within eight seconds find all but the last few, and one
 * now and then the rest, and those that have moved.
 */
final class Scout {
    private static final int[] GAPS = {600, 1_200, 1_800, 2_000, 2_000, 3_000};
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(15);
    private static final String EVERYWHERE = "255.255.255.255";

    private final LanSettings settings;
    private final Supplier<List<Interfaces.Net>> nets;

    Scout(LanSettings settings, Supplier<List<Interfaces.Net>> nets) {
        this.settings = settings;
        this.nets = nets;
    }

    /** How long until the next call, after {@code calls} of them. */
    static Duration pause(int calls) {
        return calls <= GAPS.length ? Duration.ofMillis(GAPS[calls - 1]) : NOW_AND_THEN;
    }

    /** Looks up names, and may take its time. */
    Set<InetSocketAddress> targets() {
        var targets = new LinkedHashSet<InetSocketAddress>();
        if (settings.broadcast().isEmpty()) {
            nets.get().forEach(net -> targets.add(new InetSocketAddress(net.broadcast(), settings.port())));
            targets.add(new InetSocketAddress(EVERYWHERE, settings.port()));
        }
        settings.broadcast().forEach(address -> targets.add(new InetSocketAddress(address, settings.port())));
        settings.places().forEach(place -> targets.add(new InetSocketAddress(place.host(), place.port())));
        targets.removeIf(InetSocketAddress::isUnresolved);
        return targets;
    }
}
