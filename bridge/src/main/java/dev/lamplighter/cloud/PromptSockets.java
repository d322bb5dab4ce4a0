package dev.lamplighter.cloud;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets that send at once. With the system's default a small request waits until the far side has acknowledged the packet before it, which
 * it may do up to 40 ms late; a light command is always small.
 */
final class PromptSockets extends SocketFactory {
    @Override
    public Socket createSocket() throws IOException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connectedOnly();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connectedOnly();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return connectedOnly();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return connectedOnly();
    }

    private static Socket connectedOnly() throws IOException {
        throw new IOException("OkHttp connects its sockets itself");
    }
}
