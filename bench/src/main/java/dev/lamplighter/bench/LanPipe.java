package dev.lamplighter.bench;

import dev.lamplighter.simulator.bulbs.Bulbs;
import dev.lamplighter.light.LightId;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import tools.jackson.databind.json.JsonMapper;

/** The barest way from MQTT to a bulb: Paho's callback straight into a datagram. It waits for no acknowledgement and keeps nothing. */
final class LanPipe implements Ear, AutoCloseable {
    static final String BASE = "pipe";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SET_COLOR = 102;
    private static final int SIZE = 49;

    private final MqttAsyncClient mqtt;
    private final DatagramSocket socket;
    private final Bulbs bulbs;

    LanPipe(URI broker, Bulbs bulbs) throws MqttException, IOException {
        this.bulbs = bulbs;
        socket = new DatagramSocket();
        mqtt = new MqttAsyncClient(Ear.tcp(broker), BASE, new MemoryPersistence());
    }

    void start() throws MqttException {
        mqtt.setCallback(this);
        mqtt.connect(AtOnce.mqtt()).waitForCompletion(10_000);
        mqtt.subscribe(BASE + "/light/+/set", 1).waitForCompletion(10_000);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws IOException {
        var light = new LightId(topic.split("/", -1)[2]);
        var wish = JSON.readTree(message.getPayload());
        var packet = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN).putShort((short) SIZE)
                .putShort((short) 0x1400).putInt(2).put(HexFormat.of().parseHex(light.serial()));
        packet.put(22, (byte) 2).putShort(32, (short) SET_COLOR)
                .putShort(37, (short) Math.round(wish.path("color").path("h").asDouble() * 65_536 / 360))
                .putShort(39, (short) Math.round(wish.path("color").path("s").asDouble() * 655.35))
                .putShort(41, (short) (wish.path("brightness").asInt() * 257)).putShort(43, (short) 3500);
        socket.send(new DatagramPacket(packet.array(), SIZE, bulbs.address(light)));
    }

    @Override
    public void close() throws MqttException {
        mqtt.disconnect().waitForCompletion(5_000);
        mqtt.close();
        socket.close();
    }
}
