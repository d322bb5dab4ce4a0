package dev.lamplighter.bench;

import dev.lamplighter.broker.Broker;
import dev.lamplighter.broker.BrokerSettings;
import dev.lamplighter.broker.Storage;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.bulbs.BulbSettings;
import dev.lamplighter.simulator.bulbs.BulbSettings.Reach;
import dev.lamplighter.simulator.bulbs.Bulbs;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Our broker in memory and simulated bulbs on the LAN, each at an address of its own on loopback; no account. */
final class LanStage implements AutoCloseable {
    /** The npm client speaks to no other. */
    private static final int REAL_PORT = 56_700;

    private final Path folder;
    private final Bulbs bulbs;
    private final Broker broker;

    LanStage(int lights) throws Exception {
        folder = Files.createTempDirectory("lamplighter-bench");
        bulbs = Bulbs.start(BulbSettings.STANDARD.by(Reach.ADDRESSES).at(REAL_PORT), Household.ofColorLights(lights),
                InstantSource.system(), new Random(1));
        broker = new Broker(
                new BrokerSettings("127.0.0.1", 0, folder.resolve("broker"), Storage.MEMORY, true, List.of()),
                InstantSource.system());
        broker.start();
    }

    Bulbs bulbs() {
        return bulbs;
    }

    InetSocketAddress broadcast() {
        return bulbs.broadcast().orElseThrow();
    }

    URI broker() {
        return URI.create("mqtt://127.0.0.1:" + broker.port());
    }

    /** Lamplighter, which finds the bulbs by their broadcast address. */
    Alone bridge() throws Exception {
        return bridge("off");
    }

    /** The same, with its page at that port of loopback. */
    Alone bridgeWithPage(int port) throws Exception {
        return bridge(Integer.toString(port));
    }

    private Alone bridge(String page) throws Exception {
        return Alone.start(Map.of("LAMPLIGHTER_WEB_PORT", page, "LAMPLIGHTER_MQTT_URL", broker().toString(),
                "LAMPLIGHTER_LAN_BROADCAST",
                broadcast().getAddress().getHostAddress(), "LAMPLIGHTER_LAN_PORT",
                Integer.toString(broadcast().getPort()), "LAMPLIGHTER_DATA", folder.resolve("data").toString()));
    }

    @Override
    public void close() {
        broker.close();
        bulbs.close();
    }
}
