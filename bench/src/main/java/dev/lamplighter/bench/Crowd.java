package dev.lamplighter.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * 1,000 clients, each of which sends itself one message a second with QoS 1: through our broker and through Mosquitto, each in a process of
 * its own with its data on disk, in turns of ten seconds, so that the machine's moods meet both alike.
 */
final class Crowd {
    private static final int CLIENTS = 1_000;
    private static final int TURNS = 6;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration TURN = Duration.ofSeconds(10);

    private Crowd() {}

    static void run() throws Exception {
        var folder = Files.createTempDirectory("lamplighter-crowd");
        try (var ours = BrokerAlone.ours(folder("ours", folder));
                var mosquitto = BrokerAlone.mosquitto(folder("mosquitto", folder));
                var ourCrowd = new People(new Visits(ours.port(), BrokerAlone.home(folder.resolve("ours"))), CLIENTS);
                var theirCrowd = new People(new Visits(mosquitto.port(), new Peer.Login("home", "any")), CLIENTS)) {
            ourCrowd.talk(WARM_UP);
            theirCrowd.talk(WARM_UP);
            var our = new Side(ours, ourCrowd);
            var their = new Side(mosquitto, theirCrowd);
            for (var turn = 0; turn < TURNS; turn++) {
                our.turn();
                their.turn();
            }
            report(our, their);
        }
    }

    private static Path folder(String name, Path parent) throws IOException {
        return Files.createDirectory(parent.resolve(name));
    }

    /** One broker and what it took. */
    private static final class Side {
        private final BrokerAlone broker;
        private final People people;
        private final List<Long> nanos = new ArrayList<>();
        private Duration cpu = Duration.ZERO;
        private long elapsed;

        Side(BrokerAlone broker, People people) {
            this.broker = broker;
            this.people = people;
        }

        void turn() throws IOException, InterruptedException {
            var before = broker.cpu();
            var began = System.nanoTime();
            nanos.addAll(people.talk(TURN));
            elapsed += System.nanoTime() - began;
            cpu = cpu.plus(broker.cpu().minus(before));
        }

        Quantiles latency() {
            return Quantiles.of(nanos.stream().mapToLong(Long::longValue).toArray());
        }

        double share() {
            return 100.0 * cpu.toNanos() / elapsed;
        }
    }

    private static void report(Side our, Side their) throws IOException {
        var system = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(Locale.ROOT,
                "%d clients, one message a second each to itself, QoS 1, Java %s, %d cores, load %.1f%n%n", CLIENTS,
                System.getProperty("java.version"), system.getAvailableProcessors(), system.getSystemLoadAverage());
        System.out.printf(Locale.ROOT, "%-24s %12s %12s %8s%n", "", "Lamplighter", "Mosquitto", "ratio");
        line("messages received", our.nanos.size(), their.nanos.size());
        for (var share : new double[]{0.5, 0.9, 0.99}) {
            line("p%.0f, ms".formatted(share * 100), our.latency().at(share), their.latency().at(share));
        }
        line("of a core, %", our.share(), their.share());
        line("resident memory, MB", our.broker.megabytes(), their.broker.megabytes());
    }

    private static void line(String name, double ours, double theirs) {
        System.out.printf(Locale.ROOT, "%-24s %12.2f %12.2f %8.2f%n", name, ours, theirs, ours / theirs);
    }
}
