package dev.lamplighter.app;

import dev.lamplighter.broker.Broker;
import dev.lamplighter.broker.BrokerSettings;
import dev.lamplighter.broker.Login;
import dev.lamplighter.broker.Storage;
import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.light.Secret;
import dev.lamplighter.mqtt.MqttSettings;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.SimulatedCloud;
import dev.lamplighter.simulator.SimulatorSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Everything a home has, all of it real but the lamps: our broker, a simulated LIFX account over HTTPS, and room for bridges. */
final class Home implements AutoCloseable {
    static final Secret TOKEN = new Secret("c0ffee-never-to-be-seen");
    private static final Secret PASSWORD = new Secret("secret");

    private final Closing closing = new Closing();
    private final Path folder;
    final SimulatedCloud cloud;
    final Broker broker;

    Home(Path folder, SimulatorSettings settings) throws Exception {
        this.folder = folder;
        cloud = closing.add(new SimulatedCloud(settings, Household.standard(), InstantSource.system(),
                RandomGenerator.getDefault()));
        cloud.start();
        broker = closing
                .add(new Broker(new BrokerSettings("127.0.0.1", 0, folder.resolve("broker"), Storage.MEMORY, true,
                        List.of(new Login("bridge", PASSWORD.reveal()))), InstantSource.system()));
        broker.start();
    }

    static SimulatorSettings account() {
        return SimulatorSettings.standard(TOKEN)
                .withLimit(new SimulatorSettings.Limit(1_000_000, Duration.ofSeconds(60)));
    }

    URI broker() {
        return URI.create("mqtt://127.0.0.1:" + broker.port());
    }

    /** A started bridge on this account with this token. */
    Bridge bridge(String name, Secret token, ControlSettings commands) throws Exception {
        cloud.writeCa(folder.resolve("ca.pem"));
        var mqtt = new MqttSettings(broker(), name, Optional.of(new MqttSettings.Login("bridge", PASSWORD)),
                MqttSettings.Tls.PUBLIC);
        var account = new CloudSettings(token, cloud.url(), Optional.of(folder.resolve("ca.pem")));
        var bridge = closing
                .add(new Bridge(new Bridge.Settings(mqtt, Optional.of(account), commands, name, folder.resolve(name)),
                        InstantSource.system()));
        bridge.start();
        return bridge;
    }

    @Override
    public void close() {
        closing.close();
    }
}
