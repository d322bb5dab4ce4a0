package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Seeded;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class RandomPayloadsTest {
    private static final int COMMANDS = 10_000;
    private static final int WINDOW = 80;
    private static final List<String> TOPICS = List.of("any/light/d073d5001337/set", "any/light/d073d5ffffff/set",
            "any/light/desk/set",
            "any/label/Desk%20Lamp/set", "any/label/Porch/set", "any/label/50%/set", "any/label/%zz/set",
            "any/all/set");
    private static final List<String> GOOD = List.of("ON", "OFF", "TOGGLE", "40", "+10", "-10",
            "{\"state\":\"ON\",\"brightness\":128}",
            "{\"color\":{\"h\":210,\"s\":80},\"transition\":1}", "{\"color\":\"kelvin:2700\"}",
            "{\"brightness_step\":-20}", "{\"id\":\"a\",\"state\":\"ON\"}");

    @TempDir
    private Path folder;

    /** Every command has exactly one result, whatever it holds, and the bridge goes on as if nothing had been. */
    @Test
    void tenThousandRandomPayloads_eachEndsInOneResult() throws Exception {
        try (var broker = Home.broker(folder.resolve("broker"));
                var home = Home.with(Home.CLOUD, broker, Files.createDirectory(folder.resolve("any"))).withBridge();
                var results = new Results(broker.port())) {
            for (var seed = 1; seed <= COMMANDS; seed++) {
                results.publish(Seeded.of(seed));
            }
            results.awaitAll();
            assertThat(results.wrong.get()).as("answers that are no results").isZero();
            assertThat(results.count.get()).isEqualTo(COMMANDS);
            var user = home.user();
            user.send(home.desk("set"), "{\"state\":\"ON\",\"id\":\"the last one\"}");
            assertThat(user.next(home.desk("result"), message -> message.text().contains("the last one")).text())
                    .contains("applied");
        }
    }

    private static byte[] payload(Seeded any) {
        var random = any.random();
        var good = GOOD.get(random.nextInt(GOOD.size())).getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(4)) {
            case 0 -> {
                var noise = new byte[random.nextInt(200)];
                random.nextBytes(noise);
                yield noise;
            }
            case 1 -> {
                good[random.nextInt(good.length)] = (byte) random.nextInt(256);
                yield good;
            }
            default -> good;
        };
    }

    /** Publishes with a window, and counts what comes back. */
    private static final class Results implements AutoCloseable, MqttCallback {
        private static final JsonMapper JSON = new JsonMapper();

        final AtomicInteger count = new AtomicInteger();
        final AtomicInteger wrong = new AtomicInteger();
        private final Semaphore window = new Semaphore(WINDOW);
        private final MqttAsyncClient client;

        Results(int broker) throws MqttException {
            client = new MqttAsyncClient("tcp://127.0.0.1:" + broker, "random",
                    new MemoryPersistence());
            client.setCallback(this);
            client.connect().waitForCompletion(30_000);
            client.subscribe("any/+/+/result", 1).waitForCompletion(30_000);
            client.subscribe("any/all/result", 1).waitForCompletion(30_000);
        }

        void publish(Seeded any) throws MqttException, InterruptedException {
            assertThat(window.tryAcquire(60, TimeUnit.SECONDS)).as("a result within a minute, after %d", count.get())
                    .isTrue();
            var topic = TOPICS.get(any.random().nextInt(TOPICS.size()));
            client.publish(topic, new MqttMessage(payload(any), 1, false, new MqttProperties()));
        }

        void awaitAll() throws InterruptedException {
            assertThat(window.tryAcquire(WINDOW, 60, TimeUnit.SECONDS)).as("the last results, after %d", count.get())
                    .isTrue();
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            count.incrementAndGet();
            var status = JSON.readTree(message.getPayload()).path("status").asString("");
            if (!List.of("applied", "partly", "refused", "expired", "superseded", "unreachable").contains(status)) {
                wrong.incrementAndGet();
            }
            window.release();
        }

        @Override
        public void close() throws MqttException {
            client.disconnect().waitForCompletion(5_000);
            client.close();
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
