package dev.lamplighter.bench;

import dev.lamplighter.simulator.bulbs.Type;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/**
 * A house of 500 lights on the LAN: how soon all of them are found, how often each is looked at, and what the bridge takes, alone in its
 * process, while nobody does anything.
 */
final class LanHouse {
    private static final int MANY = 500;
    private static final int FEW = 20;
    private static final Duration SETTLING = Duration.ofMinutes(2);
    private static final Duration MEASURED = Duration.ofMinutes(2);

    /** @param live bytes on the heap after a collection */
    private record Measured(double found, double looksPerMinute, double core, long live, String resident) {}

    private LanHouse() {}

    static void run() throws Exception {
        report(measure(FEW, Duration.ofSeconds(20)), measure(MANY, MEASURED));
    }

    private static Measured measure(int lights, Duration time) throws Exception {
        try (var stage = new LanStage(lights);
                var sender = new LanSender(stage.broker(), stage.bulbs());
                var bridge = stage.bridge()) {
            sender.await("lifx/bridge/state", 1);
            var begun = System.nanoTime();
            sender.await("lifx/light/+/availability", lights);
            var found = (System.nanoTime() - begun) / 1e9;
            Thread.sleep(SETTLING);
            var looks = stage.bulbs().log().count(Type.LIGHT_GET);
            var before = bridge.cpu();
            Thread.sleep(time);
            var core = 100.0 * bridge.cpu().minus(before).toNanos() / time.toNanos();
            var more = stage.bulbs().log().count(Type.LIGHT_GET) - looks;
            return new Measured(found, more * 60.0 / time.toSeconds() / lights, core, bridge.live(),
                    bridge.resident());
        }
    }

    private static void report(Measured few, Measured many) {
        System.out.printf(Locale.ROOT, "%d lights on the LAN, Java %s, %d cores%n%n", MANY,
                System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getAvailableProcessors());
        System.out.printf(Locale.ROOT, "all found from the bridge's start on        %8.1f s%n", many.found());
        System.out.printf(Locale.ROOT, "looked at, each                             %8.1f times a minute%n",
                many.looksPerMinute());
        System.out.printf(Locale.ROOT, "of a core, while nobody does anything       %8.2f %%%n", many.core());
        System.out.printf(Locale.ROOT, "heap for each light                         %8.1f kB%n",
                (many.live() - few.live()) / 1024.0 / (MANY - FEW));
        System.out.printf(Locale.ROOT, "resident memory                       %14s%n", many.resident());
    }
}
