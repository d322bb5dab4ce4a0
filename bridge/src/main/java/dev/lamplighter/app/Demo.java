package dev.lamplighter.app;

import dev.lamplighter.broker.Broker;
import dev.lamplighter.broker.BrokerSettings;
import dev.lamplighter.broker.Login;
import dev.lamplighter.broker.Storage;
import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.light.Secret;
import dev.lamplighter.mqtt.MqttSettings;
import dev.lamplighter.simulator.SimulatedCloud;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The whole system on one machine, with simulated lights, on loopback only, leaving nothing behind. */
final class Demo {
    private static final String LOOPBACK = "127.0.0.1";
    /** Anybody on this machine may play with the simulated lamps; there is nothing else to get. */
    private static final Login PLAYER = new Login("demo", "demo");
    private static final Duration LIKE_LIFX = Duration.ofMillis(150);

    private final int port;
    private final PrintWriter out;

    Demo(int port, PrintWriter out) {
        this.port = port;
        this.out = out;
    }

    void start(Closing closing) throws CannotStart {
        var folder = closing.add(Scratch.make());
        var passwords = Logins.passwords(folder.path());
        var token = passwords.fresh();
        var cloud = closing.add(Simulation.start(0, token, LIKE_LIFX, folder.path()));
        var ours = passwords.fresh();
        var broker = closing.add(Brokers
                .start(new BrokerSettings(LOOPBACK, port, folder.path().resolve("broker"), Storage.MEMORY, false,
                        List.of(PLAYER, new Login(Logins.BRIDGE, ours.reveal())))));
        tell(cloud, broker);
        closing.add(bridge(cloud, token, Logins.near(LOOPBACK, broker.port()), ours, folder.path())).start();
    }

    private static Bridge bridge(SimulatedCloud cloud, Secret token, URI broker, Secret password, Path folder) {
        var mqtt = new MqttSettings(broker, MqttSettings.CLIENT_ID,
                Optional.of(new MqttSettings.Login(Logins.BRIDGE, password)),
                MqttSettings.Tls.PUBLIC);
        var account = new CloudSettings(token, cloud.url(), Optional.of(Simulation.ca(folder)));
        return new Bridge(new Bridge.Settings(mqtt, Optional.of(account), ControlSettings.DEFAULTS, "lifx", folder),
                InstantSource.system());
    }

    private void tell(SimulatedCloud cloud, Broker broker) {
        var client = " -p " + broker.port() + " -u " + PLAYER.username() + " -P " + PLAYER.password();
        out.println("Lamplighter demo: a whole home on this machine, " + cloud.household().lights().size()
                + " simulated lights.");
        out.println("  broker      mqtt://" + LOOPBACK + ":" + broker.port() + "  user demo, password demo");
        out.println("  LIFX Cloud  " + cloud.url() + "  (simulated)");
        out.println("Try in another terminal (mosquitto-clients):");
        out.println("  mosquitto_sub" + client + " -v -t 'lifx/#'");
        out.println("  mosquitto_pub" + client + " -t 'lifx/label/Desk%20Lamp/set' -m TOGGLE");
        out.println("  mosquitto_pub" + client
                + " -t lifx/all/set -m '{\"state\":\"ON\",\"brightness\":128,\"color\":{\"h\":210,\"s\":80}}'");
        out.println("Stop with Ctrl-C. What happens is told here:");
        out.flush();
    }

    /** A folder for as long as the demo runs. */
    private record Scratch(Path path) implements AutoCloseable {
        static Scratch make() throws CannotStart {
            try {
                return new Scratch(Files.createTempDirectory("lamplighter-demo"));
            } catch (IOException failed) {
                throw CannotStart.because("the demo cannot make a temporary folder: " + Words.of(failed));
            }
        }

        @Override
        public void close() throws IOException {
            try (var files = Files.walk(path)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
