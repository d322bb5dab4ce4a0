package dev.lamplighter.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/** Stands between a client and a server on loopback and brings on the network's faults, by name. */
final class TcpProxy implements AutoCloseable {
    enum Fault {
        NONE,
        /** Accepts, and hangs up at once, as the proxy of a container engine does whose container is down. */
        HANG_UP,
        /** Accepts, and lets nothing through in either direction. */
        STALL
    }

    private final int target;
    private final ServerSocketFactory listeners;
    private final Semaphore hungUp = new Semaphore(0);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket listening;
    private volatile Fault fault = Fault.NONE;

    TcpProxy(int target) throws IOException {
        this(target, ServerSocketFactory.getDefault());
    }

    /** @param listeners makes what clients connect to, such as one that ends TLS here */
    TcpProxy(int target, ServerSocketFactory listeners) throws IOException {
        this.target = target;
        this.listeners = listeners;
        this.listening = listen(0);
    }

    int port() {
        return listening.getLocalPort();
    }

    void set(Fault wanted) {
        fault = wanted;
    }

    /** Waits until {@link Fault#HANG_UP} happened so many times more. */
    void awaitHungUp(int times) throws InterruptedException {
        if (!hungUp.tryAcquire(times, 20, TimeUnit.SECONDS)) {
            throw new AssertionError("fewer than " + times + " connections came");
        }
    }

    /** Cuts every connection without a goodbye. */
    void cut() throws IOException {
        for (var socket : open) {
            socket.close();
        }
        open.clear();
    }

    /** Cuts every connection and refuses new ones until {@link #allow()}. */
    void refuse() throws IOException {
        listening.close();
        cut();
    }

    void allow() throws IOException {
        listening = listen(listening.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        refuse();
    }

    private ServerSocket listen(int port) throws IOException {
        var server = listeners.createServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofVirtual().start(() -> accept(server));
        return server;
    }

    private void accept(ServerSocket server) {
        try {
            while (true) {
                var client = server.accept();
                if (fault == Fault.HANG_UP) {
                    client.close();
                    hungUp.release();
                    continue;
                }
                open.add(client);
                var upstream = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(upstream);
                Thread.ofVirtual().start(() -> carry(client, upstream));
                Thread.ofVirtual().start(() -> carry(upstream, client));
            }
        } catch (IOException closed) {
            // The proxy refuses from now on.
        }
    }

    private void carry(Socket from, Socket to) {
        try (from; to) {
            var buffer = new byte[8_192];
            for (var count = from.getInputStream().read(buffer); count >= 0; count = from.getInputStream()
                    .read(buffer)) {
                if (fault != Fault.STALL) {
                    to.getOutputStream().write(buffer, 0, count);
                }
            }
        } catch (IOException cut) {
            // Both ends are closed on the way out.
        }
    }
}
