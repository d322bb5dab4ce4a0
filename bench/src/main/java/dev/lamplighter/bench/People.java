package dev.lamplighter.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Clients of one broker, each of which listens to a topic of its own and speaks to itself once a second. */
final class People implements AutoCloseable {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    /** How long the last messages may take. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final List<Peer> peers = new ArrayList<>();
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    People(Visits visits, int count) throws IOException {
        for (var number = 0; number < count; number++) {
            var peer = visits.by("person-" + number, this::hear);
            peers.add(peer);
            peer.subscribe(topic(number));
        }
    }

    /** All speak for that long, evenly spread over each second; how long each message took, in ns. */
    List<Long> talk(Duration duration) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var messages = duration.toSeconds() * peers.size();
        for (var message = 0L; message < messages; message++) {
            rest(began + message * SECOND / peers.size() - System.nanoTime());
            var number = (int) (message % peers.size());
            peers.get(number).publish(topic(number), Long.toString(System.nanoTime()), false, () -> {});
        }
        rest(REST.toNanos());
        var taken = List.copyOf(nanos);
        nanos.clear();
        return taken;
    }

    private void hear(Packet.Message message) {
        nanos.add(System.nanoTime() - Long.parseLong(message.payload()));
    }

    private static String topic(int number) {
        return "crowd/" + number;
    }

    private static void rest(long nanos) throws InterruptedException {
        if (nanos > 0) {
            Thread.sleep(Duration.ofNanos(nanos));
        }
    }

    @Override
    public void close() throws IOException {
        for (var peer : peers) {
            peer.close();
        }
    }
}
