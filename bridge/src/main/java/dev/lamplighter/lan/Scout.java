package dev.lamplighter.lan;

import dev.lamplighter.lan.LanSettings.Place;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where devices are called, and how often. Half of them miss a single broadcast; six within eight seconds find all but the last few, and one
 * now and then the rest, and those that have moved.
 */
final class Scout {
    private static final Logger LOG = LoggerFactory.getLogger(Scout.class);
    private static final int[] GAPS = {600, 1_200, 1_800, 2_000, 2_000, 3_000};
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(15);
    private static final String EVERYWHERE = "255.255.255.255";

    private final LanSettings settings;
    private final Supplier<List<Interfaces.Net>> nets;
    private final Function<Place, InetSocketAddress> lookup;
    private final Set<Place> unknown = ConcurrentHashMap.newKeySet();

    /** @param lookup gives an unresolved address for a name that nobody knows */
    Scout(LanSettings settings, Supplier<List<Interfaces.Net>> nets, Function<Place, InetSocketAddress> lookup) {
        this.settings = settings;
        this.nets = nets;
        this.lookup = lookup;
    }

    /** How long until the next call, after {@code calls} of them. */
    static Duration pause(int calls) {
        return calls <= GAPS.length ? Duration.ofMillis(GAPS[calls - 1]) : NOW_AND_THEN;
    }

    /** What needs no looking up. */
    Set<InetSocketAddress> targets() {
        var targets = new LinkedHashSet<InetSocketAddress>();
        if (settings.broadcast().isEmpty()) {
            nets.get().forEach(net -> targets.add(new InetSocketAddress(net.broadcast(), settings.port())));
            targets.add(new InetSocketAddress(EVERYWHERE, settings.port()));
        }
        return targets;
    }

    /** What may be a name. */
    List<Place> places() {
        return Stream.concat(settings.broadcast().stream().map(host -> new Place(host, settings.port())),
                settings.places().stream()).toList();
    }

    /** Takes as long as a name server does, and complains once of a name until it is known. */
    Optional<InetSocketAddress> find(Place place) {
        var found = lookup.apply(place);
        if (!found.isUnresolved()) {
            unknown.remove(place);
            return Optional.of(found);
        }
        if (unknown.add(place)) {
            LOG.warn("{} is no address, and no name that can be looked up now; lights there are not found", place);
        }
        return Optional.empty();
    }
}
