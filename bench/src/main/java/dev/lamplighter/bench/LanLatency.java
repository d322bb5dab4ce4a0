package dev.lamplighter.bench;

import dev.lamplighter.light.LightId;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * From an MQTT publish to the colour's arrival at the bulb: through Lamplighter, through the barest pipe, and through two npm packages. All in
 * one run, in turns of a hundred. The commands go round twenty lights, as one of them takes no more than twenty messages a second.
 */
final class LanLatency {
    private static final int LIGHTS = 20;
    private static final int WARM_UP = 600;
    private static final int COMMANDS = 2_000;
    private static final int TURN = 100;
    private static final String BRIDGE = "lifx";

    private LanLatency() {}

    static void run() throws Exception {
        try (var stage = new LanStage(LIGHTS);
                var pipe = new LanPipe(stage.broker(), stage.bulbs());
                var sender = new LanSender(stage.broker(), stage.bulbs());
                var _ = stage.bridge()) {
            var bases = new ArrayList<>(List.of(BRIDGE, LanPipe.BASE));
            pipe.start();
            sender.await(BRIDGE + "/light/+/availability", LIGHTS);
            var pair = NodePair.start(stage.broker(), stage.broadcast(), LIGHTS);
            try {
                if (pair.isPresent()) {
                    sender.await(NodePair.BASE + "/ready", 1);
                    bases.add(NodePair.BASE);
                }
                turns(sender, bases, WARM_UP);
                report(turns(sender, bases, COMMANDS));
            } finally {
                if (pair.isPresent()) {
                    pair.get().close();
                }
            }
        }
    }

    private static Map<String, Quantiles> turns(LanSender sender, List<String> bases, int commands) throws Exception {
        var measured = new LinkedHashMap<String, long[]>();
        bases.forEach(base -> measured.put(base, new long[commands]));
        for (var from = 0; from < commands; from += TURN) {
            for (var of : measured.entrySet()) {
                for (var number = from; number < from + TURN; number++) {
                    of.getValue()[number] = sender.send(of.getKey(), light(number), 1 + number % 99);
                }
            }
        }
        var quantiles = new LinkedHashMap<String, Quantiles>();
        measured.forEach((base, nanos) -> quantiles.put(base, Quantiles.of(nanos)));
        return quantiles;
    }

    private static LightId light(int command) {
        return new LightId("d073d5%06x".formatted(1 + command % LIGHTS));
    }

    private static void report(Map<String, Quantiles> measured) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(Locale.ROOT,
                "MQTT publish to the colour's arrival at the bulb, %d commands each, Java %s, %d cores, load %.1f%n%n",
                COMMANDS, System.getProperty("java.version"), system.getAvailableProcessors(),
                system.getSystemLoadAverage());
        System.out.printf("%-24s %10s %10s %10s %10s%n", "ms", "p50", "p90", "p99", "p50 ratio");
        measured.forEach((base, its) -> System.out.printf(Locale.ROOT, "%-24s %10.3f %10.3f %10.3f %10.2f%n",
                name(base), its.at(0.5), its.at(0.9), its.at(0.99),
                its.at(0.5) / measured.getOrDefault(LanPipe.BASE, its).at(0.5)));
    }

    private static String name(String base) {
        return switch (base) {
            case BRIDGE -> "Lamplighter";
            case LanPipe.BASE -> "bare pipe";
            default -> "mqtt + lifx-lan-client";
        };
    }
}
