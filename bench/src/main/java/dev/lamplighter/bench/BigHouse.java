package dev.lamplighter.bench;

import dev.lamplighter.simulator.Household;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;

/**
 * 500 lights and 200 boards: how soon Home Assistant knows all of them after it has begun anew, how big the biggest message is, and what the
 * bridge, alone in its process, takes of a core and of memory while nobody does anything but the boards tell how they fare each minute.
 */
final class BigHouse {
    private static final int LIGHTS = 500;
    private static final int BOARDS = 200;
    /** Lights, boards, their one group, their one location, the bridge. */
    private static final int DEVICES = LIGHTS + BOARDS + 3;
    /** Nobody has been there long enough for the compiler to be done before that. */
    private static final Duration SETTLING = Duration.ofMinutes(2);
    private static final Duration MEASURED = Duration.ofMinutes(2);

    private BigHouse() {}

    static void run() throws Exception {
        try (var stage = new Stage(Stage.settings(), Household.ofColorLights(LIGHTS));
                var boards = new Boards(stage.broker(), BOARDS);
                var homeAssistant = new Newcomer(stage.broker())) {
            boards.describe();
            try (var bridge = alone(stage)) {
                var first = homeAssistant.await(DEVICES, Duration.ofSeconds(60));
                boards.tellEachMinute();
                Thread.sleep(SETTLING);
                homeAssistant.beginAnew();
                var again = homeAssistant.await(DEVICES, Duration.ofSeconds(60));
                Thread.sleep(Duration.ofSeconds(10));
                var before = bridge.cpu();
                Thread.sleep(MEASURED);
                report(first, again, bridge.cpu().minus(before), bridge.resident());
            }
        }
    }

    private static Alone alone(Stage stage) throws IOException {
        var settings = new HashMap<String, String>();
        stage.asSettings(settings);
        return Alone.start(settings);
    }

    private static void report(Newcomer.Told first, Newcomer.Told again, Duration cpu, String memory) {
        System.out.printf(Locale.ROOT, "%d lights and %d boards, Java %s, %d cores%n%n", LIGHTS, BOARDS,
                System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getAvailableProcessors());
        System.out.printf(Locale.ROOT, "described from the bridge's start on       %8.1f s%n", first.seconds());
        System.out.printf(Locale.ROOT, "described again after a birth message      %8.1f s%n", again.seconds());
        System.out.printf(Locale.ROOT, "biggest description                        %8d bytes%n", again.biggest());
        System.out.printf(Locale.ROOT, "biggest message of all that are kept       %8d bytes%n", again.biggestOfAll());
        System.out.printf(Locale.ROOT, "of a core, while nobody does anything      %8.2f %%%n",
                100.0 * cpu.toNanos() / MEASURED.toNanos());
        System.out.printf(Locale.ROOT, "resident memory                        %12s%n", memory);
    }
}
