package dev.lamplighter.mqtt;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import dev.lamplighter.mqtt.SessionPlan.Filter;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;

/**
 * One connection, from the first attempt to its end, and the only class that knows the Eclipse Paho client. Each connection has a client of
 * its own that is left to the garbage collector afterwards, so nothing of an old connection can reach a new one: Paho's own reconnecting,
 * its buffers and its {@code close} (which pulls fields from under threads still running) are not used.
 */
final class PahoConnection implements MqttCallback {
    /** Hears what comes over a connection, on Paho's threads: must not block. */
    interface Listener {
        void arrived(Delivery delivery);

        /** The broker has it, or refused it with {@code code} (0 when it did not). */
        void published(Publication publication, int code);

        void ended();
    }

    /**
     * @param receiveMaximum how many QoS 1 publications the broker takes at once
     * @param largestPacket bytes that a packet of ours may have
     */
    record Welcome(boolean sessionPresent, int receiveMaximum, long largestPacket) {}

    /** How we come in. */
    sealed interface Stay {
        /** As one who comes back and finds what was missed; the will is published where we vanish. */
        record Lasting(Publication lastWill) implements Stay {}

        /** As one of whom nothing stays. */
        record Passing() implements Stay {}
    }

    /** Long enough for a restart or a night's update of either side; commands grow old much earlier than that. */
    private static final Duration SESSION_EXPIRY = Duration.ofHours(1);
    /** Unacknowledged messages the broker may send us: a burst, yet little memory. */
    private static final int RECEIVE_MAXIMUM = 1_000;
    /** No command comes near it, and Paho reserves memory for whatever length a packet claims to have. */
    private static final long LARGEST_PACKET = 1L << 20;
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
    private static final Duration PARTING = Duration.ofSeconds(1);
    /** Paho closes the socket a little before it says why. */
    private static final Duration REASON_WITHIN = Duration.ofSeconds(2);
    /** Never used: the socket knows where to go. A number, so that nobody asks a name server. */
    private static final String NOWHERE = "tcp://127.0.0.1:1883";
    /** Paho prints stack traces of ordinary network trouble; what matters is said by us. Held, since loggers are kept weakly. */
    private static final Logger PAHO_LOG = Logger.getLogger("org.eclipse.paho.mqttv5");

    private final WireSocket socket;
    private final Listener listener;
    private final MqttAsyncClient client;
    private final AckOrder acks = new AckOrder(this::acknowledge);
    private final CompletableFuture<IOException> ended = new CompletableFuture<>();

    PahoConnection(String clientId, WireSocket socket, Listener listener) {
        PAHO_LOG.setLevel(Level.OFF);
        this.socket = socket;
        this.listener = listener;
        try {
            this.client = new MqttAsyncClient(NOWHERE, clientId, new MemoryPersistence(), null, null);
        } catch (MqttException impossible) {
            throw new IllegalStateException("memory cannot be opened", impossible);
        }
    }

    /** Why the connection is gone; empty while it stands. */
    Optional<IOException> end() {
        return Optional.ofNullable(ended.getNow(null));
    }

    Welcome open(MqttSettings settings, Stay stay, Duration within) throws IOException {
        client.setCallback(this);
        client.setManualAcks(true);
        var token = awaited(within, done -> client.connect(options(settings, stay), null, done));
        var _ = ended.thenRun(listener::ended);
        var _ = socket.closed().thenRunAsync(() -> ended.complete(new EOFException()), CompletableFuture
                .delayedExecutor(REASON_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
        var granted = token.getResponseProperties();
        return new Welcome(token.getSessionPresent(),
                Optional.ofNullable(granted.getReceiveMaximum()).orElse(RECEIVE_MAXIMUM),
                Math.min(LARGEST_PACKET, Optional.ofNullable(granted.getMaximumPacketSize()).orElse(LARGEST_PACKET)));
    }

    /** The broker's reason code for each of {@code filters}. */
    int[] subscribe(List<Filter> filters, Duration within) throws IOException {
        var wanted = filters.stream().map(PahoConnection::subscription).toArray(MqttSubscription[]::new);
        return awaited(within, done -> client.subscribe(wanted, null, done, new MqttProperties())).getReasonCodes();
    }

    /** Never blocks. A failure cuts the connection, and whatever was under way is published again on the next. */
    void publish(Publication publication) {
        try {
            client.publish(publication.topic(), message(publication), null, new MqttActionListener() {
                @Override
                public void onSuccess(IMqttToken token) {
                    var codes = token.getReasonCodes();
                    var code = codes == null || codes.length == 0 ? 0 : codes[0];
                    listener.published(publication, code < ReasonCodes.FIRST_FAILURE ? 0 : code);
                }

                @Override
                public void onFailure(IMqttToken token, Throwable cause) {
                    socket.cut();
                }
            });
        } catch (MqttException | RuntimeException notNow) {
            cut();
        }
    }

    /** Says goodbye and waits, in bounded time, until the broker has heard it. */
    void part(boolean withWill) {
        socket.partPolitely(PARTING);
        try {
            client.disconnect(0, null, null, withWill
                    ? MqttReturnCode.RETURN_CODE_DISCONNECT_WITH_WILL_MESSAGE
                    : MqttReturnCode.RETURN_CODE_SUCCESS, new MqttProperties());
            socket.closed().get(2 * PARTING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (MqttException | ExecutionException | TimeoutException | InterruptedException gone) {
            // Then it ends without a goodbye.
        } finally {
            cut();
        }
    }

    /** Ends it at once, without a goodbye; Paho's threads end by themselves when the socket fails them. */
    void cut() {
        socket.cut();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        listener.arrived(delivery(topic, message));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        var cause = response.getException();
        ended.complete(cause == null ? new BrokerSaidNo(response.getReturnCode()) : plain(cause));
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}

    private void acknowledge(int packetId) {
        try {
            client.messageArrivedComplete(packetId, 1);
        } catch (MqttException | RuntimeException gone) {
            // The broker delivers it again on the next connection.
        }
    }

    private Delivery delivery(String topic, MqttMessage message) {
        var properties = message.getProperties();
        var id = message.getQos() == 0 ? 0 : message.getId();
        return new Delivery(topic, Bytes.of(message.getPayload()), message.getQos(), message.isRetained(),
                id != 0 && socket.marks().has(id), id,
                Optional.ofNullable(properties.getMessageExpiryInterval()).map(Duration::ofSeconds),
                Optional.ofNullable(properties.getResponseTopic()),
                Optional.ofNullable(properties.getCorrelationData()).map(Bytes::of),
                id == 0 ? () -> {} : acks.arrived(id));
    }

    private MqttConnectionOptions options(MqttSettings settings, Stay stay) {
        var options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setReceiveMaximum(RECEIVE_MAXIMUM);
        options.setMaximumPacketSize(LARGEST_PACKET);
        options.setKeepAliveInterval(Math.toIntExact(KEEP_ALIVE.toSeconds()));
        options.setSocketFactory(new MadeSockets(() -> socket));
        switch (stay) {
            case Stay.Lasting(var will) -> {
                options.setCleanStart(false);
                options.setSessionExpiryInterval(SESSION_EXPIRY.toSeconds());
                options.setWill(will.topic(), message(will));
            }
            case Stay.Passing() -> {
                options.setCleanStart(true);
                options.setSessionExpiryInterval(0L);
            }
        }
        settings.login().ifPresent(login -> {
            options.setUserName(login.username());
            options.setPassword(login.password().reveal().getBytes(StandardCharsets.UTF_8));
        });
        return options;
    }

    private static MqttMessage message(Publication publication) {
        var properties = new MqttProperties();
        publication.expiry().ifPresent(time -> properties.setMessageExpiryInterval(Math.max(1, time.toSeconds())));
        publication.responseTopic().ifPresent(properties::setResponseTopic);
        publication.correlationData().ifPresent(data -> properties.setCorrelationData(data.toArray()));
        return new MqttMessage(publication.payload().toArray(), publication.qos(), publication.retained(), properties);
    }

    /** Retained messages are wanted as such, and at each subscribing, for the broker may have lost the session. */
    private static MqttSubscription subscription(Filter filter) {
        var subscription = new MqttSubscription(filter.topics(), filter.qos());
        subscription.setRetainAsPublished(true);
        subscription.setRetainHandling(0);
        return subscription;
    }

    private interface Call {
        void start(MqttActionListener done) throws MqttException;
    }

    private IMqttToken awaited(Duration within, Call call) throws IOException {
        var result = new CompletableFuture<IMqttToken>();
        var _ = socket.closed().thenRunAsync(() -> result.completeExceptionally(new EOFException()), CompletableFuture
                .delayedExecutor(REASON_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
        try {
            call.start(new Completing(result));
            return result.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (MqttException | ExecutionException failed) {
            cut();
            throw plain(failed);
        } catch (TimeoutException late) {
            cut();
            throw new SocketTimeoutException("no answer in " + within.toSeconds() + " s");
        } catch (InterruptedException interrupted) {
            cut();
            throw new EOFException("interrupted");
        }
    }

    /** What happened, without Paho's wrapping. */
    private static IOException plain(Throwable failure) {
        var causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause).toList();
        var io = causes.stream().filter(IOException.class::isInstance).map(IOException.class::cast).findFirst();
        var mqtt = causes.stream().filter(MqttException.class::isInstance).map(MqttException.class::cast).findFirst();
        return io.or(() -> mqtt.map(PahoConnection::coded)).orElseGet(() -> new IOException(failure));
    }

    private static IOException coded(MqttException failure) {
        var code = failure.getReasonCode();
        if (code >= ReasonCodes.FIRST_FAILURE && code <= 0xff) {
            return new BrokerSaidNo(code);
        }
        return switch (code) {
            case MqttClientException.REASON_CODE_CLIENT_TIMEOUT -> new SocketTimeoutException("no answer to a ping");
            case MqttClientException.REASON_CODE_WRITE_TIMEOUT -> new SocketTimeoutException("it takes nothing more");
            case MqttClientException.REASON_CODE_CONNECTION_LOST -> new EOFException();
            case MqttException.REASON_CODE_INVALID_RETURN_CODE, MqttException.REASON_CODE_MALFORMED_PACKET,
                    MqttException.REASON_CODE_INVALID_IDENTIFIER, MqttClientException.REASON_CODE_INVALID_MESSAGE ->
                new ProtocolException();
            default -> new IOException("MQTT client error " + code);
        };
    }

    private record Completing(CompletableFuture<IMqttToken> result) implements MqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            result.complete(token);
        }

        @Override
        public void onFailure(IMqttToken token, Throwable cause) {
            result.completeExceptionally(cause);
        }
    }
}
