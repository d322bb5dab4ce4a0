package dev.lamplighter.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.HashMap;
import java.util.Map;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The listening socket, which can be shut for a while so that connections are refused, and the connections that came through it, which can
 * be cut. Safe for many threads; its own lock guards all of it and is not held while waiting for a connection.
 */
final class Doorway extends ServerSocketFactory {
    private final Listening listening;

    Doorway() throws IOException {
        listening = new Listening();
    }

    void shut() {
        listening.shut();
    }

    void open() throws IOException {
        listening.open();
    }

    /** Closes a connection at once. Connections count from 0 in the order they came. */
    void cut(int connection) {
        listening.cut(connection);
    }

    @Override
    public ServerSocket createServerSocket() {
        return listening;
    }

    @Override
    public ServerSocket createServerSocket(int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
        throw new UnsupportedOperationException();
    }

    private static final class Listening extends ServerSocket {
        private final Object lock = new Object();
        private final Map<Integer, Socket> connections = new HashMap<>();
        private int next;
        private int backlog;
        private boolean ended;
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
                var socket = listener();
                try {
                    return admitted(socket.accept());
                } catch (SocketException e) {
                    if (!socket.isClosed()) {
                        throw e;
                    }
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
                connections.values().forEach(Doorway::close);
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
                    Doorway.close(socket);
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
                return real;
            }
        }

        private Socket admitted(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            synchronized (lock) {
                connections.values().removeIf(Socket::isClosed);
                connections.put(next++, socket);
            }
            return socket;
        }

        private void closeListener() {
            if (real != null) {
                Doorway.close(real);
                real = null;
            }
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
