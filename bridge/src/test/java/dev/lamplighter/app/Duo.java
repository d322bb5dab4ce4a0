package dev.lamplighter.app;

import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.cloud.NamedClient;
import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.control.Known;
import dev.lamplighter.control.Lights;
import dev.lamplighter.control.Order;
import dev.lamplighter.control.Via;
import dev.lamplighter.control.Way;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Selector;
import dev.lamplighter.light.Zones;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.SimulatedCloud;
import dev.lamplighter.simulator.SimulatedLight.Look;
import dev.lamplighter.simulator.bulbs.BulbFault;
import dev.lamplighter.simulator.bulbs.BulbSettings;
import dev.lamplighter.simulator.bulbs.Bulbs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** The same simulated lights by LAN and by cloud, both real, and all between a command and its lamp but MQTT. The LAN is preferred. */
final class Duo implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(30);
    private static final ControlSettings COMMANDS = new ControlSettings(Duration.ofSeconds(30), Duration.ofSeconds(2));
    private static final BulbFault UNPLUGGED = new BulbFault.Unplugged();

    final Household household;
    final SimulatedCloud cloud;
    final Bulbs bulbs;
    final Bell bell = new Bell();
    final Heard heard = new Heard(bell);
    /** What each lamp showed, in the order in which it did. */
    final List<Shown> shown = new CopyOnWriteArrayList<>();
    private final SteadyClock clock = new SteadyClock(InstantSource.system(), System::nanoTime);
    private final Closing closing = new Closing();
    private final Lights lights;

    /** @param nanos when, by {@link System#nanoTime()} */
    record Shown(LightId light, Look look, long nanos) {}

    private Duo(Household household, Path folder, BulbSettings settings, Set<Via> vias) throws Exception {
        this.household = household;
        household.onChange(change -> {
            shown.add(new Shown(change.after().id(), change.after().look(), System.nanoTime()));
            bell.ring();
        });
        cloud = closing.add(new SimulatedCloud(Home.CLOUD.withTransitions(), household, InstantSource.system(),
                new Random(1)));
        cloud.start();
        cloud.writeCa(folder.resolve("ca.pem"));
        bulbs = closing.add(Bulbs.start(settings, household, InstantSource.system(), new Random(2)));
        var owner = closing.add(new Owner(clock));
        var ways = new ArrayList<Way>();
        if (vias.contains(Via.LAN)) {
            ways.add(closing.add(LanOpened.to(bulbs)));
        }
        if (vias.contains(Via.CLOUD)) {
            var account = new CloudSettings(Home.TOKEN, cloud.url(), Optional.of(folder.resolve("ca.pem")));
            ways.add(closing.add(NamedClient.of(account, () -> true, clock)));
        }
        lights = new Lights(COMMANDS, ways, List.of(heard), owner.surroundings());
    }

    /** One that knows all its lights. */
    static Duo open(Household household, Path folder, Via... vias) throws Exception {
        return open(household, folder, BulbSettings.STANDARD, vias);
    }

    static Duo open(Household household, Path folder, BulbSettings settings, Via... vias) throws Exception {
        var duo = new Duo(household, folder, settings, Set.of(vias));
        duo.lights.start();
        duo.require("all lights are known", duo::knowsAll);
        return duo;
    }

    private boolean knowsAll() {
        return household.lights().stream().filter(light -> !light.model().relays())
                .allMatch(light -> heard.last(light.id()).filter(Known::reachable).isPresent());
    }

    void unplugLan() {
        bulbs.faults().add(UNPLUGGED);
    }

    void plugLan() {
        bulbs.faults().clear(UNPLUGGED);
    }

    Given give(LightId light, LightCommand command) {
        return give(new Selector.Id(light), command, light);
    }

    Given give(LightId light, Zones zones, LightCommand command) {
        return give(new Selector.Zoned(new Selector.Id(light), zones), command, light);
    }

    Given give(Selector target, LightCommand command, LightId... meant) {
        var now = clock.instant();
        var given = Given.of(new Order(target, command, now, now.plus(COMMANDS.timeToLive()), Optional.empty()),
                Set.of(meant));
        lights.submit(given.order(), given.giver());
        return given;
    }

    Look look(LightId light) {
        return household.light(light).look();
    }

    void require(String what, BooleanSupplier condition) throws InterruptedException {
        if (!bell.await(condition, LONG)) {
            throw new AssertionError("not within " + LONG + ": " + what + "; shown: " + household.lights()
                    + "; failures: " + heard.failures);
        }
    }

    @Override
    public void close() {
        closing.close();
    }
}
