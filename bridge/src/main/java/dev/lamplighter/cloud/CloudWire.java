package dev.lamplighter.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lamplighter.cloud.CloudReplies.Answer;
import dev.lamplighter.light.Secret;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * One request out, one answer back, over a connection that is kept. For any number of threads at once.
 *
 * <p>
 * Who gets no answer in time cannot know whether the server is slow or the connection dead without a sign, as after a router's restart; on
 * such a connection every later call would hang too, until a ping goes missing. So later calls take a new one, while those that are under
 * way on the old may end there.
 */
final class CloudWire implements AutoCloseable {
    /** Some 8,000 lights. */
    private static final long LARGEST_BODY = 8L << 20;

    private final AtomicReference<OkHttpClient> http;
    private final Endpoint endpoint;
    private final Secret token;
    private final String agent;

    /** @param agent how it calls itself */
    CloudWire(OkHttpClient http, Endpoint endpoint, Secret token, String agent) {
        this.http = new AtomicReference<>(http);
        this.endpoint = endpoint;
        this.token = token;
        this.agent = agent;
    }

    Answer exchange(CloudRequest request, Duration time) throws Unanswered {
        var client = http.get();
        var departure = new Departure();
        try {
            return answer(client.newCall(http(request)), departure, time);
        } catch (IOException | InterruptedException e) {
            if (departure.begun && e instanceof InterruptedIOException && !Thread.currentThread().isInterrupted()) {
                http.compareAndSet(client, client.newBuilder().connectionPool(new ConnectionPool()).build());
            }
            throw new Unanswered(e, departure.begun);
        } finally {
            if (!client.equals(http.get())) {
                client.connectionPool().evictAll();
            }
        }
    }

    @Override
    public void close() {
        var client = http.get();
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    private Answer answer(Call call, Departure departure, Duration time) throws IOException, InterruptedException {
        call.addEventListener(departure);
        call.timeout().timeout(time.toNanos(), TimeUnit.NANOSECONDS);
        try (var response = execute(call, time)) {
            return new Answer(response.code(), response.headers(), body(response));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    /** Declares the InterruptedException that OkHttp throws, being Kotlin, without saying so. */
    private static Response execute(Call call, Duration time) throws IOException, InterruptedException {
        return ScopedValue.where(PatientDns.PATIENCE, time).call(call::execute);
    }

    private Request http(CloudRequest request) {
        var body = request.json().<RequestBody>map(json -> new JsonBody(json.getBytes(UTF_8), request.once()))
                .orElse(null);
        return new Request.Builder().url(endpoint.of(request)).method(request.method(), body)
                .header("Authorization", "Bearer " + token.reveal()).header("User-Agent", agent).build();
    }

    /**
     * A complaint is shown to people: should a server repeat in it what it was sent, the token is taken out. Not so from a success, where a
     * short token of a simulated account may be part of a label.
     */
    private String body(Response response) throws IOException {
        var source = response.body().source();
        if (source.request(LARGEST_BODY + 1)) {
            throw new TooLarge();
        }
        var body = source.readUtf8();
        return response.isSuccessful() ? body : body.replace(token.reveal(), token.toString());
    }

    /** Hears whether any byte of a request may have left. Until then there was only a name, a connection, a handshake. */
    private static final class Departure extends EventListener {
        private volatile boolean begun;

        @Override
        public void requestHeadersStart(Call call) {
            begun = true;
        }
    }

    static final class TooLarge extends IOException {}

    /** No whole answer came. */
    static final class Unanswered extends Exception {
        private final Exception why;
        private final boolean arrived;

        Unanswered(Exception why, boolean arrived) {
            super(why);
            this.why = why;
            this.arrived = arrived;
        }

        Exception why() {
            return why;
        }

        /** Whether the request may have arrived; if not, it certainly has not. */
        boolean arrived() {
            return arrived;
        }
    }
}
