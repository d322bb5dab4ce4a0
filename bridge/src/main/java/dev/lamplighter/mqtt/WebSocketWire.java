package dev.lamplighter.mqtt;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A WebSocket with the subprotocol {@code mqtt}, in binary messages. */
final class WebSocketWire extends WebSocketListener implements Wire {
    private static final int GOING_AWAY = 1001;
    private static final int NORMAL = 1000;
    /** Holds back a broker that sends faster than we read. */
    private static final int WAITING_MESSAGES = 256;

    private final BrokerAddress address;
    private final OkHttpClient client;
    private final CompletableFuture<WebSocket> opened = new CompletableFuture<>();
    private final BlockingQueue<ByteString> arrived = new LinkedBlockingQueue<>(WAITING_MESSAGES);
    private volatile @Nullable WebSocket socket;
    private volatile boolean ended;

    WebSocketWire(BrokerAddress address, OkHttpClient client) {
        this.address = address;
        this.client = client;
    }

    @Override
    public void open(Duration within) throws IOException {
        var url = (address.transport().isSecure() ? "https://" : "http://") + address + address.path();
        var limited = client.newBuilder().connectTimeout(within).build();
        socket = limited.newWebSocket(new Request.Builder().url(url).header("Sec-WebSocket-Protocol", "mqtt").build(),
                this);
        try {
            opened.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed.getCause());
        } catch (TimeoutException late) {
            throw new SocketTimeoutException("no answer to the WebSocket request");
        } catch (InterruptedException interrupted) {
            throw new InterruptedIOException();
        }
    }

    @Override
    public InputStream input() {
        return new Input();
    }

    @Override
    public OutputStream output() {
        return new Output();
    }

    @Override
    public void finish() {
        var open = socket;
        if (open != null) {
            open.close(NORMAL, null);
        }
    }

    @Override
    public void close() {
        end();
        var open = socket;
        if (open != null) {
            open.cancel();
        }
        opened.completeExceptionally(new EOFException("closed"));
        client.dispatcher().executorService().shutdown();
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
        opened.complete(webSocket);
    }

    @Override
    public void onMessage(WebSocket webSocket, ByteString bytes) {
        try {
            while (!ended && !arrived.offer(bytes, 1, TimeUnit.SECONDS)) {
            }
        } catch (InterruptedException interrupted) {
            end();
        }
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        webSocket.close(GOING_AWAY, null);
        end();
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
        opened.completeExceptionally(response == null
                ? failure
                : new IOException("the server answered HTTP " + response.code() + " instead of opening a WebSocket"));
        end();
    }

    /** The empty message wakes the reader; where there is no room for it the reader is awake. */
    private void end() {
        ended = true;
        arrived.offer(ByteString.EMPTY);
    }

    private final class Input extends InputStream {
        private ByteString current = ByteString.EMPTY;
        private int position;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                while (position == current.size()) {
                    if (ended && arrived.isEmpty()) {
                        return -1;
                    }
                    var next = arrived.poll(1, TimeUnit.SECONDS);
                    current = next == null ? ByteString.EMPTY : next;
                    position = 0;
                }
            } catch (InterruptedException interrupted) {
                throw new InterruptedIOException();
            }
            var count = Math.min(length, current.size() - position);
            current.copyInto(position, into, offset, count);
            position += count;
            return count;
        }
    }

    private final class Output extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            write(new byte[]{(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            var open = socket;
            if (open == null || ended || !open.send(ByteString.of(bytes, offset, length))) {
                throw new EOFException("the WebSocket is closed");
            }
        }
    }
}
