package dev.lamplighter.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A board: publishes a command, waits until it is told that it is done, and looks up when its request had arrived. */
final class Sender implements Ear, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Stage stage;
    private final MqttAsyncClient mqtt;
    private final LinkedBlockingQueue<String> results = new LinkedBlockingQueue<>();
    private long lastRequest;

    Sender(Stage stage) throws MqttException {
        this.stage = stage;
        mqtt = new MqttAsyncClient(Ear.tcp(stage.broker()), "board", new MemoryPersistence());
        mqtt.setCallback(this);
        mqtt.connect(AtOnce.mqtt()).waitForCompletion(PATIENCE.toMillis());
        mqtt.subscribe("+/light/+/result", 1).waitForCompletion(PATIENCE.toMillis());
    }

    /** Waits until the bridge has seen the light. */
    void awaitBridge(String base) throws MqttException, InterruptedException, TimeoutException {
        mqtt.subscribe(base + "/light/+/availability", 1).waitForCompletion(PATIENCE.toMillis());
        awaitResult(base);
    }

    /** Nanoseconds from the publish to the request's arrival. */
    long send(String base, int level) throws MqttException, InterruptedException, TimeoutException {
        lastRequest = stage.log().counts().requests();
        var payload = Integer.toString(level).getBytes(StandardCharsets.UTF_8);
        var begun = System.nanoTime();
        mqtt.publish(base + "/light/d073d5000001/set", new MqttMessage(payload, 1, false, new MqttProperties()));
        awaitResult(base);
        var request = stage.log().awaitRequest(it -> it.number() > lastRequest && it.isWrite(), PATIENCE);
        return request.nanos() - begun;
    }

    private void awaitResult(String base) throws InterruptedException, TimeoutException {
        if (results.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS) == null) {
            throw new TimeoutException("nothing is heard of " + base);
        }
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        results.add(topic);
    }

    @Override
    public void close() throws MqttException {
        mqtt.disconnect().waitForCompletion(PATIENCE.toMillis());
        mqtt.close();
    }
}
