package dev.lamplighter.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** A client with one connection to a broker of this machine, which reads in a virtual thread of its own and acknowledges what it is told. */
final class Peer implements AutoCloseable {
    /** Who asks to be let in. */
    record Login(String user, String password) {}

    private static final int PATIENCE_S = 60;
    private static final int IDS = 65_535;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<Integer, Runnable> unacknowledged = new ConcurrentHashMap<>();
    private final Consumer<Packet.Message> heard;
    private volatile CompletableFuture<Packet> answer = new CompletableFuture<>();
    private int lastId;
    private volatile boolean over;

    private Peer(int port, Consumer<Packet.Message> heard) throws IOException {
        this.heard = heard;
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_S * 1_000);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /**
     * @param expiry how long the session outlives the connection, in seconds
     * @param heard what to do with each message, in the reading thread
     */
    static Peer connected(int port, String id, Login login, int expiry, Consumer<Packet.Message> heard)
            throws IOException {
        var peer = new Peer(port, heard);
        try {
            Thread.ofVirtual().start(peer::read);
            peer.ask(Packet.connect(id, login.user(), login.password(), expiry));
            return peer;
        } catch (IOException refused) {
            peer.socket.close();
            throw refused;
        }
    }

    void subscribe(String filter) throws IOException {
        ask(Packet.subscribe(1, filter));
    }

    /** Returns when the broker has read all that was sent before. */
    void ping() throws IOException {
        ask(Packet.empty(Packet.PINGREQ));
    }

    /** @param acknowledged is run when the broker says that it has the message, and never when it says no or nothing */
    void publish(String topic, String payload, boolean retained, Runnable acknowledged) throws IOException {
        writing.lock();
        try {
            lastId = lastId % IDS + 1;
            unacknowledged.put(lastId, acknowledged);
            write(Packet.publish(lastId, topic, payload, retained));
        } finally {
            writing.unlock();
        }
    }

    boolean isOver() {
        return over;
    }

    private void ask(Packet question) throws IOException {
        answer = new CompletableFuture<>();
        send(question);
        try {
            var packet = answer.get(PATIENCE_S, TimeUnit.SECONDS);
            // A granted subscription says its quality there.
            if (packet.type() != Packet.PINGRESP && packet.reason() > 2) {
                throw new IOException("the broker refused with reason " + packet.reason());
            }
        } catch (ExecutionException | TimeoutException | InterruptedException nothing) {
            throw new IOException("no answer", nothing);
        }
    }

    private void send(Packet packet) throws IOException {
        writing.lock();
        try {
            write(packet);
        } finally {
            writing.unlock();
        }
    }

    private void write(Packet packet) throws IOException {
        socket.getOutputStream().write(packet.bytes());
    }

    private void read() {
        try {
            while (true) {
                take(Packet.read(in));
            }
        } catch (IOException end) {
            over = true;
            answer.completeExceptionally(end);
        }
    }

    private void take(Packet packet) throws IOException {
        switch (packet.type()) {
            case Packet.PUBACK -> acknowledged(packet);
            case Packet.PUBLISH -> {
                var message = packet.message();
                heard.accept(message);
                if (message.id() != 0) {
                    send(Packet.acknowledgement(message.id()));
                }
            }
            case Packet.DISCONNECT -> throw new IOException("the broker said goodbye");
            default -> answer.complete(packet);
        }
    }

    /** Reason 16 is well too: nobody wants the message, but the broker took it. */
    private void acknowledged(Packet packet) {
        var then = unacknowledged.remove(packet.id());
        if (then != null && packet.reason() < 0x80) {
            then.run();
        }
    }

    /** Says goodbye; the broker has read all that was sent before. */
    void leave() throws IOException {
        ping();
        send(Packet.empty(Packet.DISCONNECT));
        close();
    }

    /** Goes without a word. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
