package dev.lamplighter.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Many boards behind one connection: each has four buttons, a knob and three sensors. */
final class Boards implements AutoCloseable {
    private final int count;
    private final MqttAsyncClient mqtt;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private int turn;

    Boards(URI broker, int count) throws MqttException {
        this.count = count;
        mqtt = new MqttAsyncClient(Ear.tcp(broker), "boards", new MemoryPersistence());
        mqtt.connect(AtOnce.mqtt()).waitForCompletion(10_000);
    }

    void describe() throws MqttException {
        for (var board = 1; board <= count; board++) {
            say(board, "state", "online", true);
            say(board, "info", info(board), true);
        }
    }

    private static String info(int board) {
        return """
                {"label":"Board %1$d","area":"Room %1$d","model":"ESP32-C3","firmware":"1.0.0",
                 "buttons":[{"number":1},{"number":2},{"number":3},{"number":4}],"knobs":[{"number":1}],
                 "sensors":["temperature","humidity","battery"],
                 "telemetry":["rssi","heap","uptime","reconnects","error"]}""".formatted(board);
    }

    /** One after the other, evenly. */
    void tellEachMinute() {
        var _ = clock.scheduleAtFixedRate(() -> {
            try {
                say(1 + turn++ % count, "telemetry",
                        "{\"rssi\":-61,\"heap\":81234,\"uptime\":" + turn + ",\"reconnects\":0,\"error\":\"none\"}",
                        false);
            } catch (MqttException lost) {
                throw new IllegalStateException(lost);
            }
        }, 0, 60_000 / count, TimeUnit.MILLISECONDS);
    }

    private void say(int board, String leaf, String payload, boolean retained) throws MqttException {
        mqtt.publish("boards/board" + board + "/" + leaf, new MqttMessage(payload.getBytes(StandardCharsets.UTF_8), 1,
                retained, new MqttProperties())).waitForCompletion(10_000);
    }

    @Override
    public void close() throws MqttException {
        clock.shutdownNow();
        mqtt.disconnect().waitForCompletion(5_000);
        mqtt.close();
    }
}
