package dev.lamplighter.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Browsers that listen to the event stream; every second one never reads what it is told. */
final class PageWatchers implements AutoCloseable {
    private static final int FEW_BYTES = 4096;

    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicLong read = new AtomicLong();

    static PageWatchers open(int many, int port) throws IOException {
        var watchers = new PageWatchers();
        for (var number = 0; number < many; number++) {
            watchers.add(port, number % 2 == 0);
        }
        return watchers;
    }

    private void add(int port, boolean reads) throws IOException {
        var socket = new Socket();
        // Little fits into those who never read, so that the server really has to wait for them.
        socket.setReceiveBufferSize(FEW_BYTES);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        sockets.add(socket);
        socket.getOutputStream().write(("GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n")
                .getBytes(US_ASCII));
        var in = socket.getInputStream();
        if (in.read() != 'H') {
            throw new IOException("no answer to who wants to listen");
        }
        if (reads) {
            Thread.ofVirtual().start(() -> drain(in));
        }
    }

    private void drain(InputStream in) {
        var buffer = new byte[FEW_BYTES];
        try {
            for (var got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                read.addAndGet(got);
            }
        } catch (IOException _) {
            // It was closed.
        }
    }

    /** Bytes that were read by those who read. */
    long read() {
        return read.get();
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
