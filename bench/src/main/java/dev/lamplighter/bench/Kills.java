package dev.lamplighter.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;

/** Our broker, killed again and again at random moments of a load, and asked after each start for all that it had acknowledged. */
final class Kills {
    private final BrokerAlone broker;
    private final Visits visits;
    private final Random random;
    private final Promised promised = new Promised();
    private final Load load;
    private final Sleepers sleepers;
    private final List<Duration> starts = new ArrayList<>();
    private Sleepers.Fetched fetched = Sleepers.Fetched.NOTHING;
    private int outdated;

    private Kills(BrokerAlone broker, Visits visits, Random random) {
        this.broker = broker;
        this.visits = visits;
        this.random = random;
        load = new Load(visits, promised);
        sleepers = new Sleepers(visits);
    }

    /** Whether nothing was lost. */
    static boolean run(int rounds) throws Exception {
        var folder = Files.createTempDirectory("lamplighter-kills");
        var seed = System.nanoTime();
        System.out.printf(Locale.ROOT, "%d clients, %d kills, seed %d, Java %s, %d cores%n", Load.CLIENTS, rounds,
                seed, System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getAvailableProcessors());
        try (var broker = BrokerAlone.ours(folder)) {
            var kills = new Kills(broker, new Visits(broker.port(), BrokerAlone.home(folder)), new Random(seed));
            kills.sleepers.fallAsleep();
            for (var round = 1; round <= rounds; round++) {
                kills.round();
                kills.tell(round, rounds);
            }
            return kills.report();
        }
    }

    private void round() throws IOException, InterruptedException, ExecutionException {
        load.begin();
        Thread.sleep(random.nextInt(100, 3_000));
        broker.kill();
        load.awaitEnd();
        starts.add(broker.startAgain());
        outdated += outdated();
        fetched = fetched.and(sleepers.fetch(promised));
    }

    /** How many topics have no message, or an older one than was acknowledged. */
    private int outdated() throws IOException, InterruptedException {
        var found = new Visits.Notebook();
        var wanted = promised.retained();
        try (var peer = visits.by("looker", found)) {
            peer.subscribe("kills/kept/#");
            found.await(() -> wanted.keySet().stream().noneMatch(topic -> found.of(topic).isEmpty()));
        }
        var count = 0;
        for (var topic : wanted.keySet()) {
            if (found.of(topic).stream().noneMatch(number -> number >= wanted.get(topic))) {
                System.out.println(topic + " has " + found.of(topic) + ", acknowledged was " + wanted.get(topic));
                count++;
            }
        }
        return count;
    }

    private void tell(int round, int rounds) {
        System.out.printf(Locale.ROOT, "kill %d of %d: %d retained and %d queued so far, %d and %d of them lost%n",
                round,
                rounds, promised.retainedCount(), promised.queuedCount(), outdated, fetched.missing());
    }

    private boolean report() {
        var sorted = starts.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "%nretained messages acknowledged           %10d%n", promised.retainedCount());
        System.out.printf(Locale.ROOT, "of them gone or replaced by older ones   %10d%n", outdated);
        System.out.printf(Locale.ROOT, "messages acknowledged for sleepers       %10d%n", promised.queuedCount());
        System.out.printf(Locale.ROOT, "of them not delivered                    %10d%n", fetched.missing());
        System.out.printf(Locale.ROOT, "delivered twice                          %10d%n", fetched.doubled());
        System.out.printf(Locale.ROOT, "start after a kill, median / longest, s  %10.1f / %.1f%n",
                sorted.get(sorted.size() / 2).toMillis() / 1e3, sorted.getLast().toMillis() / 1e3);
        return outdated == 0 && fetched.missing() == 0;
    }
}
