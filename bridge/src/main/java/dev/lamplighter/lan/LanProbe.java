package dev.lamplighter.lan;

import dev.lamplighter.lan.Interfaces.Net;
import dev.lamplighter.lan.wire.Bare;
import dev.lamplighter.lan.wire.DeviceMessage.StateService;
import dev.lamplighter.lan.wire.Header;
import dev.lamplighter.lan.wire.Packet;
import dev.lamplighter.light.LightId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.random.RandomGenerator;

/** Calls for lights a few times and tells what came of it, for somebody who wonders why none is found. Blocks for two seconds. */
public final class LanProbe {
    private static final int CALLS = 4;
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final long LEAST_SOURCE = 2;
    private static final long SOURCES = 1L << 32;

    private LanProbe() {}

    /**
     * What was seen.
     *
     * @param nets this machine's networks with a broadcast address
     * @param called where lights were called
     * @param unsent those of them to which nothing could be sent
     * @param unknown hosts of {@code lan.addresses} that have no address
     * @param answers which lights answered, and from where
     */
    public record Found(List<Net> nets, Set<String> called, Set<String> unsent, Set<String> unknown,
            Map<LightId, String> answers) {}

    /** @throws IOException when this machine gives no socket */
    public static Found look(LanSettings settings, RandomGenerator random) throws IOException, InterruptedException {
        var source = random.nextLong(LEAST_SOURCE, SOURCES);
        var answers = new ConcurrentSkipListMap<LightId, String>();
        var nets = Interfaces.now();
        var unknown = new TreeSet<String>();
        var targets = targets(settings, nets, unknown);
        var unsent = new TreeSet<String>();
        try (var socket = LanSocket.open()) {
            socket.start((packet, from) -> {
                if (packet.header().source() == source && packet.message() instanceof StateService) {
                    answers.put(packet.header().target(), Registry.words(from));
                }
            });
            for (var call = 0; call < CALLS; call++) {
                var question = new Packet(new Header(source, Header.EVERY_DEVICE, true, false, call),
                        Bare.GET_SERVICE);
                targets.stream().filter(target -> !socket.send(question, target)).map(Registry::words)
                        .forEach(unsent::add);
                Thread.sleep(BETWEEN);
            }
        }
        var called = new TreeSet<String>();
        targets.forEach(target -> called.add(Registry.words(target)));
        return new Found(nets, called, unsent, unknown, new TreeMap<>(answers));
    }

    private static Set<InetSocketAddress> targets(LanSettings settings, List<Net> nets, Set<String> unknown) {
        var scout = new Scout(settings, () -> nets, place -> {
            var found = new InetSocketAddress(place.host(), place.port());
            if (found.isUnresolved()) {
                unknown.add(place.host());
            }
            return found;
        });
        var targets = new LinkedHashSet<>(scout.targets());
        scout.places().forEach(place -> scout.find(place).ifPresent(targets::add));
        return targets;
    }
}
