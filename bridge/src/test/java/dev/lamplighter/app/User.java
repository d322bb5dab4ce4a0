package dev.lamplighter.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody else at the broker: publishes at QoS 1 and keeps what it hears, by topic and in all. */
final class User implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;
    /** Fewer than the broker takes at once. */
    private static final int UNDER_WAY = 50;

    /** A message that was heard. */
    record Message(String topic, String text, int qos, boolean retained, Optional<String> correlation) {
        JsonNode json() {
            return new JsonMapper().readTree(text);
        }
    }

    private final MqttAsyncClient client;
    private final Semaphore free = new Semaphore(UNDER_WAY);
    private final Map<String, BlockingQueue<Message>> byTopic = new ConcurrentHashMap<>();
    private final List<Message> heard = new CopyOnWriteArrayList<>();
    private final Predicate<Message> keeps;

    private User(MqttAsyncClient client, Predicate<Message> keeps) {
        this.client = client;
        this.keeps = keeps;
    }

    static User at(int port, String id, String... filters) throws MqttException {
        return at(port, id, _ -> true, filters);
    }

    /** @param keeps whether a message is kept; called on Paho's thread */
    static User at(int port, String id, Predicate<Message> keeps, String... filters) throws MqttException {
        var client = new MqttAsyncClient("tcp://127.0.0.1:" + port, id, new MemoryPersistence());
        var user = new User(client, keeps);
        client.setCallback(user.new Ears());
        var options = new MqttConnectionOptions();
        options.setCleanStart(true);
        client.connect(options).waitForCompletion(10_000);
        for (var filter : filters) {
            var subscription = new MqttSubscription(filter, 1);
            client.subscribe(new MqttSubscription[]{subscription}, null, null, new MqttProperties())
                    .waitForCompletion(10_000);
        }
        return user;
    }

    void send(String topic, String payload) throws MqttException, InterruptedException {
        send(topic, payload.getBytes(UTF_8), false, new MqttProperties());
    }

    void sendRetained(String topic, String payload) throws MqttException, InterruptedException {
        send(topic, payload.getBytes(UTF_8), true, new MqttProperties());
    }

    /** Returns as soon as it is on its way; waits only while too much is. */
    void send(String topic, byte[] payload, boolean retained, MqttProperties properties)
            throws MqttException, InterruptedException {
        if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the broker acknowledged nothing for " + PATIENCE_SECONDS + " s");
        }
        client.publish(topic, new MqttMessage(payload, 1, retained, properties), null, new Releasing());
    }

    /** The next message on {@code topic}. */
    Message next(String topic) throws InterruptedException {
        var message = on(topic).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("nothing on " + topic + " within " + PATIENCE_SECONDS + " s, but " + heard);
        }
        return message;
    }

    /** The first message on {@code topic} that is as wanted; earlier ones are passed over. */
    Message next(String topic, Predicate<Message> wanted) throws InterruptedException {
        while (true) {
            var message = next(topic);
            if (wanted.test(message)) {
                return message;
            }
        }
    }

    List<Message> heard() {
        return List.copyOf(heard);
    }

    private BlockingQueue<Message> on(String topic) {
        return byTopic.computeIfAbsent(topic, _ -> new LinkedBlockingQueue<>());
    }

    @Override
    public void close() throws MqttException {
        client.disconnect().waitForCompletion(2_000);
        client.close(true);
    }

    private final class Releasing implements MqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            free.release();
        }

        @Override
        public void onFailure(IMqttToken token, Throwable cause) {
            free.release();
        }
    }

    private final class Ears implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            var correlation = Optional.ofNullable(message.getProperties().getCorrelationData())
                    .map(data -> new String(data, UTF_8));
            var kept = new Message(topic, new String(message.getPayload(), UTF_8), message.getQos(),
                    message.isRetained(), correlation);
            if (keeps.test(kept)) {
                heard.add(kept);
                on(topic).add(kept);
            }
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String server) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
