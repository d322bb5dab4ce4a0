package dev.lamplighter.mqtt;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What the client library takes for a plain TCP socket; behind it is any {@link Wire}. It keeps the library's own transports out, and some
 * of their faults with them:
 * <ul>
 * <li>Nothing can be read before the first byte was written. A broker that accepts and hangs up at once otherwise ends the library's
 * reading thread before its starting thread has looked, which then waits for it for ever (paho.mqtt.java issue 850).
 * <li>Reads do not time out. The library asks for one second, and loses its place in the stream where that falls inside a packet's header.
 * <li>A polite end waits until the broker has hung up: closing with unread bytes makes TCP send a reset, which can overtake our DISCONNECT,
 * and then the broker publishes the last will of a session that said goodbye.
 * </ul>
 */
final class WireSocket extends Socket {
    private static final int BUFFER = 8_192;

    private final Wire wire;
    private final Duration connectWithin;
    private final DuplicateMarks marks = new DuplicateMarks();
    private final CountDownLatch written = new CountDownLatch(1);
    private final CountDownLatch drained = new CountDownLatch(1);
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile Duration patience = Duration.ZERO;

    WireSocket(Wire wire, Duration connectWithin) {
        this.wire = wire;
        this.connectWithin = connectWithin;
    }

    /** Completes when this was closed, whoever did it. */
    CompletableFuture<Void> closed() {
        return closed.copy();
    }

    DuplicateMarks marks() {
        return marks;
    }

    /** From now on what comes in is thrown away, and {@link #close()} gives the broker {@code time} to hang up first. */
    void partPolitely(Duration time) {
        patience = time;
    }

    /** At once, whatever the library is doing. */
    void cut() {
        wire.close();
        written.countDown();
        closed.complete(null);
    }

    @Override
    public void connect(SocketAddress unused, int timeoutMillis) throws IOException {
        wire.open(connectWithin);
    }

    @Override
    public void setSoTimeout(int millis) {}

    @Override
    public InputStream getInputStream() throws IOException {
        return new BufferedInputStream(new Input(wire.input()), BUFFER);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new Output(wire.output());
    }

    @Override
    public void shutdownInput() {}

    @Override
    public void close() throws IOException {
        try {
            if (patience.isPositive()) {
                wire.finish();
                drained.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (IOException | InterruptedException alreadyGone) {
            // Then there is nobody left to be polite to.
        } finally {
            cut();
        }
    }

    private final class Input extends FilterInputStream {
        private Input(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            awaitFirstWrite();
            try {
                var count = in.read(into, offset, length);
                while (count >= 0 && patience.isPositive()) {
                    count = in.read(into, offset, length);
                }
                if (count > 0) {
                    marks.read(into, offset, count);
                } else if (count < 0) {
                    drained.countDown();
                }
                return count;
            } catch (IOException broken) {
                drained.countDown();
                throw broken;
            }
        }

        private void awaitFirstWrite() throws IOException {
            try {
                written.await();
            } catch (InterruptedException interrupted) {
                throw new InterruptedIOException();
            }
        }
    }

    private final class Output extends FilterOutputStream {
        private Output(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            written.countDown();
        }
    }
}
