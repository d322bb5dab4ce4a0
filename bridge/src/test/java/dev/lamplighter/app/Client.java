package dev.lamplighter.app;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A raw MQTT 5 client, as anybody may bring one: it has nothing of ours but what comes over the wire. */
final class Client implements AutoCloseable {
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    /** What arrived. */
    record Heard(String topic, String text, MqttMessage message) {}

    private final MqttAsyncClient client;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    Client(URI broker, String... filters) throws MqttException {
        client = new MqttAsyncClient("tcp://" + broker.getHost() + ":" + broker.getPort(),
                "client-" + System.nanoTime(),
                new MemoryPersistence());
        client.setCallback(new Ears());
        client.connect().waitForCompletion(PATIENCE / 1_000_000);
        for (var filter : filters) {
            client.subscribe(filter, 1).waitForCompletion(PATIENCE / 1_000_000);
        }
    }

    void publish(String topic, String payload) throws MqttException {
        publish(topic, new MqttMessage(payload.getBytes(StandardCharsets.UTF_8), 1, false, new MqttProperties()));
    }

    void publish(String topic, MqttMessage message) throws MqttException {
        client.publish(topic, message).waitForCompletion(PATIENCE / 1_000_000);
    }

    Heard await(String topic, Predicate<String> text) throws InterruptedException {
        return await(heard -> heard.topic.equals(topic) && text.test(heard.text));
    }

    /** The first message of this kind, heard already or still to come. */
    Heard await(Predicate<Heard> wanted) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE;
        synchronized (heard) {
            while (true) {
                var found = heard.stream().filter(wanted).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                var left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError(
                            "nothing of the kind among " + heard.stream().map(it -> it.topic + " " + it.text).toList());
                }
                heard.wait(left);
            }
        }
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    void forget() {
        heard.clear();
    }

    @Override
    public void close() throws MqttException {
        client.disconnect().waitForCompletion(5_000);
        client.close();
    }

    private final class Ears implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            synchronized (heard) {
                heard.add(new Heard(topic, new String(message.getPayload(), StandardCharsets.UTF_8), message));
                heard.notifyAll();
            }
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
