package dev.lamplighter.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A Paho MQTT 5 client that remembers nothing of earlier ones. */
final class RawClient implements AutoCloseable {
    private static final long DAY = 86_400L;

    private final MqttClient client;
    private final MqttConnectionOptions options = new MqttConnectionOptions();
    private final BlockingQueue<MqttMessage> arrived = new LinkedBlockingQueue<>();

    RawClient(int port, String id) throws MqttException {
        client = new MqttClient("tcp://127.0.0.1:" + port, id, new MemoryPersistence());
        client.setCallback(new Arrivals());
        client.setTimeToWait(10_000);
        options.setCleanStart(true);
        options.setConnectionTimeout(10);
    }

    static RawClient hall(int port, String id) throws MqttException {
        return new RawClient(port, id).login(TestBroker.HALL);
    }

    RawClient login(Login login) {
        options.setUserName(login.username());
        options.setPassword(login.password().getBytes(UTF_8));
        return this;
    }

    RawClient persistent() {
        options.setCleanStart(false);
        options.setSessionExpiryInterval(DAY);
        return this;
    }

    /** Whether the broker still had a session of this client. */
    boolean connect() throws MqttException {
        return client.connectWithResult(options).getSessionPresent();
    }

    RawClient connected() throws MqttException {
        connect();
        return this;
    }

    void subscribe(String filter) throws MqttException {
        client.subscribe(filter, 1).waitForCompletion(10_000);
    }

    void publish(String topic, String payload, boolean retained) throws MqttException {
        client.publish(topic, payload.getBytes(UTF_8), 1, retained);
    }

    MqttMessage next() throws InterruptedException {
        var message = arrived.poll(10, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no message within 10 s");
        }
        return message;
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect();
        }
        client.close(true);
    }

    private final class Arrivals implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            arrived.add(message);
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
