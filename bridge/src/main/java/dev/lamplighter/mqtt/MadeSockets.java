package dev.lamplighter.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Hands out unconnected sockets made elsewhere, which is the one thing our libraries ask of a factory. */
final class MadeSockets extends SocketFactory {
    interface Maker {
        Socket make() throws IOException;
    }

    private final Maker maker;

    MadeSockets(Maker maker) {
        this.maker = maker;
    }

    /** Nothing waits to be sent together with what comes next: each packet here is a person's wish, or sets one free. */
    static Socket prompt() throws IOException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return maker.make();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
