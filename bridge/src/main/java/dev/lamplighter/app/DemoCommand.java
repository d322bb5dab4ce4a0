package dev.lamplighter.app;

import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.control.Preference;
import dev.lamplighter.simulator.bulbs.Bulbs;
import dev.lamplighter.homeassistant.DiscoverySettings;
import dev.lamplighter.light.Secret;
import dev.lamplighter.mqtt.MqttSettings;
import dev.lamplighter.simulator.SimulatedCloud;
import dev.lamplighter.simulator.SimulatorSettings.Pace;
import dev.lamplighter.web.NewBoards;
import dev.lamplighter.web.WebSettings;
import dev.lamplighter.web.relay.BoardLogins;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole system on one machine, with simulated lights, on loopback only, leaving nothing behind. */
@Command(name = "demo", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "The whole system on this machine with simulated lights; nothing to set up.")
final class DemoCommand implements Callable<Integer> {
    private static final NewBoards.Made NO_BOARDS = new NewBoards.Made.Wrong(
            "the demo keeps no boards: ./lamplighter run does");
    private static final Pace LIKE_LIFX = new Pace(Duration.ofMillis(150), Duration.ofMillis(75));

    @Option(names = "--port", defaultValue = "1883", description = "the broker's port on loopback, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--web-port", defaultValue = "8080", description = "the dashboard's port on loopback, or a free one where it is taken (default: ${DEFAULT-VALUE})")
    private int webPort;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CannotStart, InterruptedException {
        return Service.run(closing -> {
            var folder = closing.add(Scratch.make());
            var passwords = Logins.passwords(folder.path());
            var token = passwords.fresh();
            var cloud = closing.add(Simulation.start(0, token, LIKE_LIFX, folder.path()));
            var bulbs = closing.add(Simulation.bulbs(cloud.household(), 0));
            var ours = passwords.fresh();
            var broker = closing.add(OwnBroker.by(
                    () -> Brokers.demo(folder.path().resolve("broker"), port, ours, Logins.PLAYER)));
            var listening = broker.port().orElseThrow();
            var account = new CloudSettings(token, cloud.url(), Optional.of(Simulation.ca(folder.path())));
            var ways = new Bridge.Ways(Optional.of(account), Optional.of(Simulation.lan(bulbs)), Preference.LAN);
            var page = WebSettings.here(WebPlace.free(webPort));
            tell(cloud, bulbs, listening, page.port());
            closing.add(new Bridge(
                    bridge(ways, mqtt(Logins.near(Logins.LOOPBACK, listening), ours), folder.path(), page),
                    InstantSource.system())).start();
        });
    }

    private static MqttSettings mqtt(URI broker, Secret password) {
        return new MqttSettings(broker, MqttSettings.CLIENT_ID,
                Optional.of(new MqttSettings.Login(Logins.BRIDGE, password)),
                MqttSettings.Tls.PUBLIC);
    }

    private static Bridge.Settings bridge(Bridge.Ways ways, MqttSettings mqtt, Path folder, WebSettings page) {
        var doctor = new Surgery(new Doctor(ways, mqtt, Optional.of(page)), InstantSource.system());
        var web = new Bridge.Web(page, _ -> NO_BOARDS, BoardLogins.NONE, doctor);
        return new Bridge.Settings(mqtt, ways, ControlSettings.DEFAULTS, "lifx", Bridge.Boards.UNBOUND,
                DiscoverySettings.of(DiscoverySettings.Mode.DEVICE, "homeassistant", Version.text()), folder,
                Optional.of(web));
    }

    private void tell(SimulatedCloud cloud, Bulbs bulbs, int listening, int page) {
        var client = " -p " + listening + " -u " + Logins.PLAYER + " -P " + Logins.PLAYER;
        var out = spec.commandLine().getOut();
        out.println("Lamplighter demo: a whole home on this machine, " + cloud.household().lights().size()
                + " simulated lights.");
        out.println("  broker      mqtt://" + Logins.LOOPBACK + ":" + listening + "  user demo, password demo");
        out.println("  dashboard   http://" + Logins.LOOPBACK + ":" + page + "/");
        out.println("  LIFX Cloud  " + cloud.url() + "  (simulated)");
        out.println("  LAN         " + Simulation.words(bulbs) + "  (simulated)");
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
