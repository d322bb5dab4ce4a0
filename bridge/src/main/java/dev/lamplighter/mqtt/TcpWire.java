package dev.lamplighter.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** TCP, with TLS on top where wanted. */
final class TcpWire implements Wire {
    private final BrokerAddress address;
    private final Optional<SSLSocketFactory> tls;
    private volatile Socket raw = new Socket();
    private volatile Socket socket = raw;
    private volatile boolean closed;

    TcpWire(BrokerAddress address, Optional<SSLSocketFactory> tls) {
        this.address = address;
        this.tls = tls;
    }

    /** Tries each address of the host in turn: {@code localhost} may be two, with a listener on one of them. */
    @Override
    public void open(Duration within) throws IOException {
        var millis = Math.toIntExact(within.toMillis());
        var failure = new IOException("no address");
        for (var ip : InetAddress.getAllByName(address.host())) {
            try {
                connect(new InetSocketAddress(ip, address.port()), millis);
                socket = tls.isPresent() ? secured(tls.get(), millis) : raw;
                return;
            } catch (IOException failed) {
                raw.close();
                failure = failed;
            }
        }
        throw failure;
    }

    @Override
    public InputStream input() throws IOException {
        return socket.getInputStream();
    }

    @Override
    public OutputStream output() throws IOException {
        return socket.getOutputStream();
    }

    @Override
    public void finish() throws IOException {
        raw.shutdownOutput();
    }

    /** Below TLS: its own close waits for whoever is in the middle of a write. */
    @Override
    public void close() {
        closed = true;
        try {
            raw.close();
        } catch (IOException harmless) {
            // Closed is closed.
        }
    }

    private void connect(InetSocketAddress to, int millis) throws IOException {
        var fresh = MadeSockets.prompt();
        raw = fresh;
        if (closed) {
            fresh.close();
            throw new SocketException("closed");
        }
        fresh.connect(to, millis);
    }

    private SSLSocket secured(SSLSocketFactory factory, int millis) throws IOException {
        var secure = (SSLSocket) factory.createSocket(raw, address.host(), address.port(), true);
        var parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        raw.setSoTimeout(millis);
        secure.startHandshake();
        raw.setSoTimeout(0);
        return secure;
    }
}
