package dev.lamplighter.bench;

import dev.lamplighter.light.LightId;
import dev.lamplighter.simulator.bulbs.Arrival;
import dev.lamplighter.simulator.bulbs.Bulbs;
import dev.lamplighter.simulator.bulbs.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A board: publishes a command and looks up when its colour arrived at the bulb. */
final class LanSender implements Ear, AutoCloseable {
    /** Presses come one by one: what is still to be said of one does not hold up the next. */
    private static final Duration APART = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Bulbs bulbs;
    private final MqttAsyncClient mqtt;
    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

    LanSender(URI broker, Bulbs bulbs) throws MqttException {
        this.bulbs = bulbs;
        mqtt = new MqttAsyncClient(Ear.tcp(broker), "board", new MemoryPersistence());
        mqtt.setCallback(this);
        mqtt.connect(AtOnce.mqtt()).waitForCompletion(PATIENCE.toMillis());
    }

    /** Waits until so many topics of this form have said something. */
    void await(String filter, int count) throws MqttException, InterruptedException, TimeoutException {
        mqtt.subscribe(filter, 1).waitForCompletion(PATIENCE.toMillis());
        for (var heard = 0; heard < count; heard++) {
            if (told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS) == null) {
                throw new TimeoutException("only " + heard + " of " + count + " on " + filter);
            }
        }
        mqtt.unsubscribe(filter).waitForCompletion(PATIENCE.toMillis());
        told.clear();
    }

    /**
     * Nanoseconds from the publish to the arrival.
     *
     * @param percent the brightness, another than that light has
     */
    long send(String base, LightId light, int percent)
            throws MqttException, InterruptedException, TimeoutException {
        bulbs.log().clear();
        var payload = "{\"state\":\"ON\",\"brightness\":%d,\"color\":{\"h\":%d,\"s\":100}}"
                .formatted(percent * 255 / 100, percent * 3).getBytes(StandardCharsets.UTF_8);
        var begun = System.nanoTime();
        mqtt.publish(base + "/light/" + light + "/set", new MqttMessage(payload, 1, false, new MqttProperties()));
        var took = bulbs.log().await(it -> isColor(it, light), PATIENCE).nanos() - begun;
        LockSupport.parkNanos(APART.toNanos());
        return took;
    }

    private static boolean isColor(Arrival arrival, LightId light) {
        return arrival.light().equals(light)
                && (arrival.is(Type.SET_COLOR) || arrival.is(Type.SET_WAVEFORM_OPTIONAL));
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        told.add(topic);
    }

    @Override
    public void close() throws MqttException {
        mqtt.disconnect().waitForCompletion(PATIENCE.toMillis());
        mqtt.close();
    }
}
