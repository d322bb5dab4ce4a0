package dev.lamplighter.cloud;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A port in front of a server that can lose connections as networks do: from one moment on nothing gets through, and nobody is told. */
final class Relay implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Semaphore hungUp = new Semaphore(0);
    private final int target;

    private record Line(Socket client, Socket server, AtomicBoolean dead) {}

    Relay(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    URI url() {
        return URI.create("https://localhost:" + door.getLocalPort());
    }

    /** Swallows what is said on the connections there are; later ones work. */
    void lose() {
        lines.forEach(line -> line.dead.set(true));
    }

    /** Refuses new connections. */
    void shut() throws IOException {
        door.close();
    }

    int connections() {
        return lines.size();
    }

    /** Whether a client has hung up on one more connection, waiting for it. */
    boolean hungUp(Duration within) throws InterruptedException {
        return hungUp.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var line : lines) {
            line.client.close();
            line.server.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                var client = door.accept();
                var line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), target),
                        new AtomicBoolean());
                lines.add(line);
                Thread.ofVirtual().start(() -> {
                    pass(client, line.server, line.dead);
                    hungUp.release();
                });
                Thread.ofVirtual().start(() -> pass(line.server, client, line.dead));
            }
        } catch (IOException _) {
            return;
        }
    }

    private static void pass(Socket from, Socket to, AtomicBoolean dead) {
        var bytes = new byte[8192];
        try {
            for (var count = from.getInputStream().read(bytes); count >= 0; count = from.getInputStream().read(bytes)) {
                if (!dead.get()) {
                    to.getOutputStream().write(bytes, 0, count);
                }
            }
            to.close();
        } catch (IOException _) {
            return;
        }
    }
}
