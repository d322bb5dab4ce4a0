package dev.lamplighter.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Listens as Home Assistant does, and counts what it is told of. */
final class Newcomer implements Ear, AutoCloseable {
    private static final String DEVICES = "homeassistant/device/";

    /** @param seconds from the beginning until the last device was described; sizes in bytes */
    record Told(double seconds, int biggest, int biggestOfAll) {}

    private final MqttAsyncClient mqtt;
    private final Set<String> devices = new HashSet<>();
    private long begun = System.nanoTime();
    private int biggest;
    private int biggestOfAll;

    Newcomer(URI broker) throws MqttException {
        mqtt = new MqttAsyncClient(Ear.tcp(broker), "home-assistant", new MemoryPersistence());
        mqtt.setCallback(this);
        mqtt.connect(AtOnce.mqtt()).waitForCompletion(10_000);
        mqtt.subscribe("homeassistant/#", 1).waitForCompletion(10_000);
        mqtt.subscribe("lifx/#", 1).waitForCompletion(10_000);
    }

    /** As after a restart of Home Assistant: what was kept is heard no more, so only what is told again counts. */
    synchronized void beginAnew() throws MqttException {
        devices.clear();
        begun = System.nanoTime();
        mqtt.publish("homeassistant/status",
                new MqttMessage("online".getBytes(StandardCharsets.UTF_8), 0, false, new MqttProperties()));
    }

    synchronized Told await(int count, Duration patience) throws InterruptedException, TimeoutException {
        var end = System.nanoTime() + patience.toNanos();
        while (devices.size() < count) {
            var left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new TimeoutException("told of " + devices.size() + " of " + count + " devices");
            }
            wait(left);
        }
        return new Told((System.nanoTime() - begun) / 1e9, biggest, biggestOfAll);
    }

    @Override
    public synchronized void messageArrived(String topic, MqttMessage message) {
        biggestOfAll = Math.max(biggestOfAll, message.getPayload().length);
        if (topic.startsWith(DEVICES)) {
            biggest = Math.max(biggest, message.getPayload().length);
            devices.add(topic);
            notifyAll();
        }
    }

    @Override
    public void close() throws MqttException {
        mqtt.disconnect().waitForCompletion(5_000);
        mqtt.close();
    }
}
