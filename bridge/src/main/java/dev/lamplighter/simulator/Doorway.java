package dev.lamplighter.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ServerSocketFactory;

/**
 * The listening socket, which can be shut for a while so that connections are refused, and the connections that came through it, which can
 * be cut. Safe for many threads.
 */
final class Doorway extends ServerSocketFactory {
    private final Listening listening;

    Doorway() throws IOException {
        listening = new Listening();
    }

    /** Returns when no connection can come any more. */
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
}
