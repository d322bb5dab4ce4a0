package dev.lamplighter.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that publish as fast as the broker acknowledges, until they are cut off: one message retained, the next one for a sleeper. */
final class Load {
    static final int CLIENTS = 200;
    /** Of each client: 1,000 in all. */
    private static final int TOPICS = 5;
    /** Of each client. */
    private static final int IN_FLIGHT = 10;
    private static final int PATIENCE_S = 120;

    private final Visits visits;
    private final Promised promised;
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Thread> clients = new ArrayList<>();

    Load(Visits visits, Promised promised) {
        this.visits = visits;
        this.promised = promised;
    }

    /** Returns when all are connected. */
    void begin() throws IOException, InterruptedException {
        var connected = new CountDownLatch(CLIENTS);
        for (var number = 0; number < CLIENTS; number++) {
            var client = number;
            clients.add(Thread.ofVirtual().start(() -> publish(client, connected)));
        }
        if (!connected.await(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new IOException("not all clients could connect");
        }
    }

    void awaitEnd() throws InterruptedException {
        for (var client : clients) {
            client.join();
        }
        clients.clear();
    }

    private void publish(int client, CountDownLatch connected) {
        var window = new Semaphore(IN_FLIGHT);
        try (var peer = visits.by("client-" + client)) {
            connected.countDown();
            for (var turn = 0;; turn++) {
                awaitRoom(window, peer);
                if (turn % 2 == 0) {
                    keep(peer, "kills/kept/" + client + "/" + turn / 2 % TOPICS, window);
                } else {
                    queue(peer, Sleepers.bed(client), window);
                }
            }
        } catch (IOException | InterruptedException killed) {
            // As it was meant.
        }
    }

    private static void awaitRoom(Semaphore window, Peer peer) throws IOException, InterruptedException {
        while (!window.tryAcquire(100, TimeUnit.MILLISECONDS)) {
            if (peer.isOver()) {
                throw new IOException("cut off");
            }
        }
    }

    private void keep(Peer peer, String topic, Semaphore window) throws IOException {
        var number = numbers.incrementAndGet();
        peer.publish(topic, Integer.toString(number), true, () -> {
            promised.retained(topic, number);
            window.release();
        });
    }

    private void queue(Peer peer, String topic, Semaphore window) throws IOException {
        var number = numbers.incrementAndGet();
        peer.publish(topic, Integer.toString(number), false, () -> {
            promised.queued(topic, number);
            window.release();
        });
    }
}
