package dev.lamplighter.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * The barest way from MQTT to LIFX: Paho's callback straight into an OkHttp call, then a word that it is done. It merges nothing, keeps
 * nothing, and waits for nobody. Its sockets send at once, as the bridge's do.
 */
final class Pipe implements Ear, AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");

    private final MqttAsyncClient mqtt;
    private final OkHttpClient http;
    private final Stage stage;

    Pipe(Stage stage) throws MqttException {
        this.stage = stage;
        http = stage.http().build();
        mqtt = new MqttAsyncClient(Ear.tcp(stage.broker()), "pipe", new MemoryPersistence());
    }

    void start() throws MqttException {
        mqtt.setCallback(this);
        mqtt.connect(AtOnce.mqtt()).waitForCompletion(10_000);
        mqtt.subscribe("pipe/light/+/set", 1).waitForCompletion(10_000);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws IOException, MqttException {
        var light = topic.substring("pipe/light/".length(), topic.length() - "/set".length());
        var level = Integer.parseInt(new String(message.getPayload(), StandardCharsets.UTF_8)) / 100.0;
        var body = RequestBody.create("{\"power\":\"on\",\"brightness\":" + level + ",\"duration\":0}", JSON);
        var request = stage.request("/v1/lights/id:" + light + "/state").put(body).build();
        try (var response = http.newCall(request).execute()) {
            var _ = response.body().bytes();
        }
        mqtt.publish("pipe/light/" + light + "/result", new MqttMessage(new byte[0], 1, false, new MqttProperties()));
    }

    @Override
    public void close() throws MqttException {
        mqtt.disconnect().waitForCompletion(5_000);
        mqtt.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
