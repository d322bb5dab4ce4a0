package dev.lamplighter.bench;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Sessions that are away while others write to them, and come to fetch it. */
final class Sleepers {
    private static final int COUNT = 50;
    private static final int END = -1;

    private final Visits visits;

    Sleepers(Visits visits) {
        this.visits = visits;
    }

    /** Where {@code client} writes to, and three others with it. */
    static String bed(int client) {
        return "kills/bed/" + client % COUNT;
    }

    /** What became of the messages for all of them. */
    record Fetched(int missing, int doubled) {
        static final Fetched NOTHING = new Fetched(0, 0);

        Fetched and(Fetched more) {
            return new Fetched(missing + more.missing, doubled + more.doubled);
        }
    }

    void fallAsleep() throws IOException {
        for (var sleeper = 0; sleeper < COUNT; sleeper++) {
            try (var peer = visits.bySleeper("sleeper-" + sleeper, _ -> {})) {
                peer.subscribe(bed(sleeper));
                peer.leave();
            }
        }
    }

    /** Each fetches all that waits, of which a last message tells. */
    Fetched fetch(Promised promised) throws IOException, InterruptedException, ExecutionException {
        try (var waker = visits.by("waker")) {
            for (var sleeper = 0; sleeper < COUNT; sleeper++) {
                waker.publish(bed(sleeper), Integer.toString(END), false, () -> {});
            }
            waker.leave();
        }
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = IntStream.range(0, COUNT).mapToObj(sleeper -> together.submit(() -> fetch(sleeper, promised)))
                    .toList();
            var fetched = Fetched.NOTHING;
            for (var task : tasks) {
                fetched = fetched.and(task.get());
            }
            return fetched;
        }
    }

    private Fetched fetch(int sleeper, Promised promised) throws IOException, InterruptedException {
        var topic = bed(sleeper);
        var found = new Visits.Notebook();
        try (var peer = visits.bySleeper("sleeper-" + sleeper, found)) {
            if (!found.await(() -> found.of(topic).contains(END))) {
                System.out.println("sleeper " + sleeper + " was not told of the last message");
            }
            peer.leave();
        }
        var missing = promised.undelivered(topic, found.of(topic));
        if (!missing.isEmpty()) {
            System.out.println("not delivered to sleeper " + sleeper + ": " + missing);
        }
        return new Fetched(missing.size(), found.of(topic).size() - (int) found.of(topic).stream().distinct().count());
    }
}
