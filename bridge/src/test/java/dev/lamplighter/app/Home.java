package dev.lamplighter.app;

import dev.lamplighter.homeassistant.DiscoverySettings;
import dev.lamplighter.homeassistant.DiscoverySettings.Mode;
import dev.lamplighter.broker.Broker;
import dev.lamplighter.broker.BrokerException;
import dev.lamplighter.broker.BrokerSettings;
import dev.lamplighter.broker.Storage;
import dev.lamplighter.boards.Binding;
import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Secret;
import dev.lamplighter.mqtt.MqttSettings;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.SimulatedCloud;
import dev.lamplighter.simulator.SimulatedLight.Look;
import dev.lamplighter.simulator.SimulatorSettings;
import dev.lamplighter.web.NewBoards.Made;
import dev.lamplighter.web.WebSettings;
import dev.lamplighter.web.relay.BoardLogins;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.Random;
import org.eclipse.paho.mqttv5.common.MqttException;

/** One test's share of a broker, under a base topic of its own: a simulated account, a bridge, users. All real, all on loopback. */
final class Home implements AutoCloseable {
    static final Secret TOKEN = new Secret("c0ffee-for-lamps");
    static final LightId DESK = new LightId("d073d5001337");
    static final ControlSettings PATIENT = new ControlSettings(Duration.ofSeconds(30), Duration.ofMillis(500));
    /** No test is about the limit but those that set their own. */
    static final SimulatorSettings CLOUD = SimulatorSettings.standard(TOKEN)
            .withLimit(new SimulatorSettings.Limit(100_000, Duration.ofSeconds(2)));

    final SimulatedCloud cloud;
    final String base;
    private final int broker;
    private final Path folder;
    private final Closing closing = new Closing();

    private final AtomicReference<List<Binding>> bindings = new AtomicReference<>(List.of());

    private Optional<Bridge.Web> web = Optional.empty();

    private Home(SimulatedCloud cloud, int broker, Path folder) {
        this.cloud = closing.add(cloud);
        this.broker = broker;
        this.folder = folder;
        this.base = String.valueOf(folder.getFileName());
    }

    static Broker broker(Path folder) throws BrokerException {
        var broker = new Broker(new BrokerSettings("127.0.0.1", 0, folder, Storage.MEMORY, true, List.of()),
                InstantSource.system());
        broker.start();
        return broker;
    }

    /** A home whose account runs, but not yet the bridge. */
    static Home with(SimulatorSettings settings, Broker broker, Path folder) throws IOException {
        return at(settings, broker.port(), folder);
    }

    /** @param broker the port of whatever plays the broker */
    static Home at(SimulatorSettings settings, int broker, Path folder) throws IOException {
        var cloud = new SimulatedCloud(settings, Household.standard(), InstantSource.system(), new Random(1));
        var home = new Home(cloud, broker, folder);
        cloud.start();
        cloud.writeCa(home.ca());
        return home;
    }

    Home withBridge() throws Exception {
        start(account(), PATIENT);
        return this;
    }

    /** Returns when the bridge is subscribed: what is sent to a bridge that never was there is lost. */
    void start(CloudSettings account, ControlSettings commands) throws Exception {
        begin(account, commands);
        try (var user = User.at(broker, base + "-starter", base + "/bridge/state")) {
            user.next(base + "/bridge/state", state -> state.text().equals("online"));
        }
    }

    /** What is bound to boards from now on. */
    void bind(Binding... these) {
        bindings.set(List.of(these));
    }

    /** With a page at that port of loopback. */
    void serve(int port) {
        web = Optional.of(new Bridge.Web(WebSettings.here(port), _ -> new Made.Failed("no boards here"),
                BoardLogins.NONE, new Surgery(new Doctor(Bridge.Ways.byCloud(account()), mqtt(),
                        Optional.of(WebSettings.here(port))), InstantSource.system())));
    }

    private MqttSettings mqtt() {
        return new MqttSettings(Logins.near("127.0.0.1", broker), base, Optional.empty(), MqttSettings.Tls.PUBLIC);
    }

    /** Does not wait for the bridge to find its broker. */
    void begin(CloudSettings account, ControlSettings commands) throws CannotStart {
        closing.add(bridge(account, commands)).start();
    }

    private Bridge bridge(CloudSettings account, ControlSettings commands) {
        return new Bridge(new Bridge.Settings(mqtt(), Bridge.Ways.byCloud(account), commands, base,
                new Bridge.Boards(base + "-boards", bindings::get),
                DiscoverySettings.of(Mode.DEVICE, base + "-ha", ""), data(), web),
                InstantSource.system());
    }

    CloudSettings account() {
        return account(TOKEN, ca());
    }

    CloudSettings account(Secret token, Path ca) {
        return new CloudSettings(token, cloud.url(), Optional.of(ca));
    }

    User user(String name, String... filters) throws MqttException {
        return closing.add(User.at(broker, base + "-" + name, filters));
    }

    /** A user who hears all that is said in this home. */
    User user() throws MqttException {
        return user("user", base + "/#");
    }

    Path ca() {
        return folder.resolve("ca.pem");
    }

    Path data() {
        return folder.resolve("data");
    }

    String desk(String leaf) {
        return base + "/light/" + DESK + "/" + leaf;
    }

    Look look() {
        return cloud.household().light(DESK).look();
    }

    @Override
    public void close() {
        closing.close();
    }
}
