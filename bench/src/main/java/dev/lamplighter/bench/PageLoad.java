package dev.lamplighter.bench;

import dev.lamplighter.light.LightId;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Locale;

/**
 * Whether those who look at the page hold up the lamps: from an MQTT publish to the colour's arrival at the bulb, in turns with nobody at the
 * page and with a hundred event streams open, half of which never read.
 */
final class PageLoad {
    private static final int LIGHTS = 20;
    private static final int STREAMS = 100;
    private static final int TURN = 100;
    private static final int TURNS = 10;
    private static final int WARM_UP = 600;

    private PageLoad() {}

    static void run() throws Exception {
        var port = freePort();
        try (var stage = new LanStage(LIGHTS);
                var sender = new LanSender(stage.broker(), stage.bulbs());
                var bridge = stage.bridgeWithPage(port)) {
            sender.await("lifx/light/+/availability", LIGHTS);
            for (var turn = 0; turn < WARM_UP / TURN; turn++) {
                measure(sender, new long[WARM_UP], turn);
            }
            var before = bridge.live();
            var alone = new long[TURNS * TURN];
            var watched = new long[TURNS * TURN];
            var read = 0L;
            var most = before;
            for (var turn = 0; turn < TURNS; turn++) {
                measure(sender, alone, turn);
                try (var watchers = PageWatchers.open(STREAMS, port)) {
                    measure(sender, watched, turn);
                    read += watchers.read();
                    most = Math.max(most, bridge.live());
                }
            }
            report(Quantiles.of(alone), Quantiles.of(watched));
            System.out.printf(Locale.ROOT, "%nheap for each stream   %10.1f kB%nread by those who read  %9d kB%n",
                    (most - before) / 1024.0 / STREAMS, read / 1024);
        }
    }

    private static void measure(LanSender sender, long[] nanos, int turn) throws Exception {
        for (var number = turn * TURN; number < (turn + 1) * TURN; number++) {
            nanos[number] = sender.send("lifx", new LightId("d073d5%06x".formatted(1 + number % LIGHTS)),
                    1 + number % 99);
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static void report(Quantiles alone, Quantiles watched) {
        System.out.printf(Locale.ROOT, "%d commands each, Java %s, %d cores%n%n", TURNS * TURN,
                System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getAvailableProcessors());
        System.out.printf("%-28s %10s %10s %10s%n", "ms", "p50", "p90", "p99");
        System.out.printf(Locale.ROOT, "%-28s %10.3f %10.3f %10.3f%n", "nobody at the page", alone.at(0.5),
                alone.at(0.9), alone.at(0.99));
        System.out.printf(Locale.ROOT, "%-28s %10.3f %10.3f %10.3f%n", STREAMS + " streams, half asleep",
                watched.at(0.5), watched.at(0.9), watched.at(0.99));
        System.out.printf(Locale.ROOT, "%-28s %10.2f %10.2f %10.2f%n", "ratio", watched.at(0.5) / alone.at(0.5),
                watched.at(0.9) / alone.at(0.9), watched.at(0.99) / alone.at(0.99));
    }
}
