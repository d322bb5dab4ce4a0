package dev.lamplighter.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Connections to one broker, for messages that are numbers. */
record Visits(int port, Peer.Login login) {
    private static final int DAY_S = 86_400;
    private static final long PATIENCE_MS = 60_000;

    /** The numbers that came, by topic. */
    static final class Notebook implements Consumer<Packet.Message> {
        private final Map<String, List<Integer>> numbers = new ConcurrentHashMap<>();

        @Override
        public void accept(Packet.Message message) {
            numbers.computeIfAbsent(message.topic(), _ -> new CopyOnWriteArrayList<>())
                    .add(Integer.valueOf(message.payload()));
        }

        List<Integer> of(String topic) {
            return numbers.getOrDefault(topic, List.of());
        }

        /** Waits, bounded; whether it became true. */
        boolean await(BooleanSupplier enough) throws InterruptedException {
            for (var waited = 0L; waited < PATIENCE_MS; waited += 20) {
                if (enough.getAsBoolean()) {
                    return true;
                }
                Thread.sleep(20);
            }
            return false;
        }
    }

    /** Someone who does not listen. */
    Peer by(String id) throws IOException {
        return by(id, _ -> {});
    }

    Peer by(String id, Consumer<Packet.Message> heard) throws IOException {
        return Peer.connected(port, id, login, 0, heard);
    }

    /** Someone whose session waits for him. */
    Peer bySleeper(String id, Consumer<Packet.Message> heard) throws IOException {
        return Peer.connected(port, id, login, DAY_S, heard);
    }
}
