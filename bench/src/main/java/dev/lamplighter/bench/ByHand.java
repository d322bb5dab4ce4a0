package dev.lamplighter.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/**
 * A flow as people build it by hand, with a few nodes or a short script: each message becomes one HTTPS call at once. Nothing is queued,
 * merged or tried again.
 */
final class ByHand implements Ear, AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final Pattern LEVEL = Pattern.compile("\\{\"brightness_pct\":([0-9.]+)}");
    private static final Pattern STEP = Pattern.compile("\\{\"brightness_step_pct\":(-?[0-9.]+)}");

    private final Stage stage;
    private final String base;
    private final MqttAsyncClient mqtt;
    private final OkHttpClient http;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    ByHand(Stage stage, String base) throws MqttException {
        this.stage = stage;
        this.base = base;
        http = stage.http().retryOnConnectionFailure(false).build();
        mqtt = new MqttAsyncClient(Ear.tcp(stage.broker()), "by-hand", new MemoryPersistence());
    }

    void start() throws MqttException {
        mqtt.setCallback(this);
        mqtt.connect(AtOnce.mqtt()).waitForCompletion(10_000);
        mqtt.subscribe(base + "/light/+/set", 1).waitForCompletion(10_000);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        var request = request(topic.substring((base + "/light/").length(), topic.length() - "/set".length()),
                new String(message.getPayload(), StandardCharsets.UTF_8));
        calls.execute(() -> call(request));
    }

    private Request request(String light, String payload) {
        var step = STEP.matcher(payload);
        if (step.matches()) {
            return stage.request("/v1/lights/id:" + light + "/state/delta")
                    .post(body("{\"brightness\":" + Double.parseDouble(step.group(1)) / 100 + ",\"duration\":0}"))
                    .build();
        }
        var level = LEVEL.matcher(payload);
        if (!level.matches()) {
            throw new IllegalArgumentException("no such command here: " + payload);
        }
        return stage.request("/v1/lights/id:" + light + "/state").put(body("{\"power\":\"on\",\"brightness\":"
                + Double.parseDouble(level.group(1)) / 100 + ",\"duration\":0}")).build();
    }

    private static RequestBody body(String json) {
        return RequestBody.create(json, JSON);
    }

    private void call(Request request) {
        try (var response = http.newCall(request).execute()) {
            var _ = response.body().bytes();
        } catch (IOException _) {
            // Whoever builds it so does not hear of this either; the table counts what is lost.
        }
    }

    @Override
    public void close() throws MqttException {
        mqtt.disconnect().waitForCompletion(5_000);
        mqtt.close();
        calls.shutdownNow();
        http.connectionPool().evictAll();
    }
}
