package dev.lamplighter.bench;

import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.SimulatorSettings;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/**
 * From an MQTT publish to the HTTPS request's arrival at LIFX: through Lamplighter, and through the barest pipe. Both in one run, in turns of
 * a hundred, so that the machine's moods meet both alike.
 */
final class Latency {
    private static final int WARM_UP = 600;
    private static final int COMMANDS = 2_000;
    private static final int TURN = 100;
    private static final String BRIDGE = "lifx";
    private static final String PIPE = "pipe";

    private Latency() {}

    static void run() throws Exception {
        try (var stage = stage();
                var pipe = new Pipe(stage);
                var bridge = stage.bridge(BRIDGE);
                var sender = new Sender(stage)) {
            bridge.start();
            pipe.start();
            sender.awaitBridge(BRIDGE);
            turns(sender, WARM_UP);
            report(turns(sender, COMMANDS));
        }
    }

    private static Stage stage() throws Exception {
        return new Stage(Stage.settings().withLimit(new SimulatorSettings.Limit(1_000_000, Duration.ofSeconds(60))),
                Household.ofColorLights(1));
    }

    private record Measured(Quantiles bridge, Quantiles pipe) {}

    private static Measured turns(Sender sender, int commands) throws Exception {
        var bridge = new long[commands];
        var pipe = new long[commands];
        for (var from = 0; from < commands; from += TURN) {
            for (var i = from; i < from + TURN; i++) {
                bridge[i] = sender.send(BRIDGE, 1 + i % 99);
            }
            for (var i = from; i < from + TURN; i++) {
                pipe[i] = sender.send(PIPE, 1 + i % 99);
            }
        }
        return new Measured(Quantiles.of(bridge), Quantiles.of(pipe));
    }

    private static void report(Measured measured) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(Locale.ROOT,
                "MQTT publish to HTTPS request, %d commands each, Java %s, %d cores, load %.1f%n%n", COMMANDS,
                System.getProperty("java.version"), system.getAvailableProcessors(), system.getSystemLoadAverage());
        System.out.printf(Locale.ROOT, "%-6s %14s %14s %8s%n", "ms", "Lamplighter", "bare pipe", "ratio");
        for (var share : new double[]{0.5, 0.9, 0.99}) {
            var ours = measured.bridge.at(share);
            var bare = measured.pipe.at(share);
            System.out.printf(Locale.ROOT, "p%-5.0f %14.3f %14.3f %8.2f%n", share * 100, ours, bare, ours / bare);
        }
    }
}
