package dev.lamplighter.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A listening socket that can be shut and opened again at the same port, while the server that accepts from it waits. Safe for many
 * threads; its own lock guards all of it and is not held while waiting for a connection.
 */
final class Listening extends ServerSocket {
    private final Object lock = new Object();
    private final Map<Integer, Socket> connections = new HashMap<>();
    private int next;
    private int backlog;
    private boolean ended;
    private boolean accepting;
    private @Nullable InetSocketAddress address;
    private @Nullable ServerSocket real;

    Listening() throws IOException {}

    @Override
    public void bind(@Nullable SocketAddress to, int waiting) throws IOException {
        synchronized (lock) {
            var socket = new ServerSocket();
            real = socket;
            backlog = waiting;
            socket.bind(to, waiting);
            address = (InetSocketAddress) socket.getLocalSocketAddress();
        }
    }

    @Override
    public int getLocalPort() {
        synchronized (lock) {
            return address == null ? -1 : address.getPort();
        }
    }

    @Override
    public Socket accept() throws IOException {
        while (true) {
            var listener = listener();
            try {
                var socket = listener.accept();
                if (isAdmitted(socket, listener)) {
                    return socket;
                }
            } catch (SocketException e) {
                if (!listener.isClosed()) {
                    throw e;
                }
            } finally {
                stopAccepting();
            }
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (lock) {
            ended = true;
            closeListener();
            lock.notifyAll();
        }
    }

    void shut() {
        synchronized (lock) {
            closeListener();
            connections.values().forEach(Listening::close);
            awaitNobodyAccepting();
        }
    }

    void open() throws IOException {
        synchronized (lock) {
            if (real == null && !ended) {
                var socket = new ServerSocket();
                socket.bind(address, backlog);
                real = socket;
                lock.notifyAll();
            }
        }
    }

    void cut(int connection) {
        synchronized (lock) {
            var socket = connections.get(connection);
            if (socket != null) {
                close(socket);
            }
        }
    }

    /** Waits while the doorway is shut. */
    private ServerSocket listener() throws SocketException {
        synchronized (lock) {
            try {
                while (real == null && !ended) {
                    lock.wait();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            if (real == null) {
                throw new SocketException("closed");
            }
            accepting = true;
            return real;
        }
    }

    /** A connection that came while its listener was being closed is turned away. */
    private boolean isAdmitted(Socket socket, ServerSocket listener) throws IOException {
        synchronized (lock) {
            if (listener.isClosed()) {
                close(socket);
                return false;
            }
            socket.setTcpNoDelay(true);
            connections.values().removeIf(Socket::isClosed);
            connections.put(next++, socket);
            return true;
        }
    }

    private void stopAccepting() {
        synchronized (lock) {
            accepting = false;
            lock.notifyAll();
        }
    }

    /** The system goes on listening at a closed socket, and holds its port, until the thread that waits inside accept has left it. */
    private void awaitNobodyAccepting() {
        try {
            while (accepting) {
                lock.wait();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeListener() {
        if (real != null) {
            close(real);
            real = null;
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is closed all the same.
        }
    }
}
