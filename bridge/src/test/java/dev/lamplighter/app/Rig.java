package dev.lamplighter.app;

import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.cloud.NamedClient;
import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.control.Known;
import dev.lamplighter.control.Lights;
import dev.lamplighter.control.Order;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Secret;
import dev.lamplighter.light.Selector;
import dev.lamplighter.simulator.Exchange;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.SimulatedCloud;
import dev.lamplighter.simulator.SimulatedLight.Look;
import dev.lamplighter.simulator.SimulatorSettings;
import dev.lamplighter.simulator.SimulatorSettings.Validity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All between a command and its lamp but MQTT: lights, a client, HTTPS, a simulated account. */
final class Rig implements AutoCloseable {
    static final Secret TOKEN = new Secret("c0ffee-for-lamps");
    static final Duration LONG = Duration.ofSeconds(20);

    final Household household;
    final Bell bell = new Bell();
    final Heard heard = new Heard(bell);
    final List<SeenLook> looks = new CopyOnWriteArrayList<>();
    private final SimulatorSettings settings;
    private final ControlSettings commands;
    private final SteadyClock clock = new SteadyClock(InstantSource.system(), System::nanoTime);
    private final AtomicBoolean namesKnown = new AtomicBoolean(true);
    private final List<SimulatedCloud> clouds = new CopyOnWriteArrayList<>();
    private final Closing closing = new Closing();
    private final Lights lights;

    /** What a lamp showed from a moment of {@link System#nanoTime()} on. */
    record SeenLook(LightId light, Look look, long nanos) {}

    private Rig(SimulatorSettings settings, ControlSettings commands, Household household) throws IOException {
        this.settings = settings;
        this.commands = commands;
        this.household = household;
        household.lights().forEach(light -> looks.add(new SeenLook(light.id(), light.look(), System.nanoTime())));
        household.onChange(change -> {
            looks.add(new SeenLook(change.after().id(), change.after().look(), System.nanoTime()));
            bell.ring();
        });
        open(settings);
        var account = new CloudSettings(TOKEN, URI.create("https://localhost:" + cloud().url().getPort()),
                settings.caFolder().map(folder -> folder.resolve("ca.pem")));
        var client = closing.add(NamedClient.of(account, namesKnown::get, clock));
        var owner = closing.add(new Owner(clock));
        lights = new Lights(commands, List.of(client), List.of(heard), owner.surroundings());
    }

    static SimulatorSettings settings(Path folder, SimulatorSettings.Limit limit) {
        return SimulatorSettings.standard(TOKEN).withCaFolder(folder).withLimit(limit);
    }

    /** One that has begun to look at its lights, and need not have seen them yet. */
    static Rig begun(SimulatorSettings settings, ControlSettings commands, Household household) throws IOException {
        var rig = new Rig(settings, commands, household);
        rig.lights.start();
        return rig;
    }

    /** One that has seen its lights and scenes. */
    static Rig started(SimulatorSettings settings, ControlSettings commands, Household household) throws Exception {
        var rig = begun(settings, commands, household);
        rig.require("lights and scenes are known", () -> rig.isTrue()
                && rig.heard.scenes.size() == household.scenes().size());
        return rig;
    }

    private void open(SimulatorSettings with) throws IOException {
        var cloud = closing.add(new SimulatedCloud(with, household, InstantSource.system(), new Random(1)));
        cloud.start();
        clouds.add(cloud);
    }

    /** The one that answers at the moment. */
    SimulatedCloud cloud() {
        return clouds.getLast();
    }

    /** The same account at the same place, but with another certificate. */
    void showCertificate(Validity validity) throws IOException {
        var port = cloud().url().getPort();
        cloud().close();
        open(settings.at(InetAddress.getLoopbackAddress(), port).withCertificate(validity));
    }

    /** Whether the name server answers; connections that there are go, as they would outlive it. */
    void findNames(boolean known) throws IOException {
        namesKnown.set(known);
        cloud().refuseConnections();
        cloud().acceptConnections();
    }

    List<Exchange> writes() {
        return clouds.stream().flatMap(cloud -> cloud.log().all().stream()).filter(Exchange::isWrite).toList();
    }

    /** How often the lights were looked at. */
    long reads() {
        return clouds.stream().flatMap(cloud -> cloud.log().all().stream())
                .filter(request -> request.path().equals("/v1/lights/all")).count();
    }

    Given submit(Selector target, LightCommand command, LightId... meant) {
        var now = clock.instant();
        var given = Given.of(new Order(target, command, now, now.plus(commands.timeToLive()), Optional.empty()),
                Set.of(meant));
        lights.submit(given.order(), given.giver());
        return given;
    }

    Given submit(LightId light, LightCommand command) {
        return submit(new Selector.Id(light), command, light);
    }

    Look look(LightId light) {
        return household.light(light).look();
    }

    /** Whether what was announced of each light last was seen, and is so. */
    boolean isTrue() {
        return household.lights().stream().allMatch(light -> heard.last(light.id()).filter(this::isTrue).isPresent());
    }

    private boolean isTrue(Known known) {
        return known.reachable() && known.source() == Known.Source.OBSERVED
                && Looks.alike(look(known.light().id()), known.state());
    }

    void require(String what, BooleanSupplier condition) throws InterruptedException {
        require(what, condition, LONG);
    }

    void require(String what, BooleanSupplier condition, Duration within) throws InterruptedException {
        if (!bell.await(condition, within)) {
            throw new AssertionError("not within " + within + ": " + what + "\n" + account());
        }
    }

    /** How things stand, for people to read when they are not as they should be. */
    String account() {
        var odd = household.lights().stream()
                .filter(light -> heard.last(light.id()).filter(this::isTrue).isEmpty())
                .map(light -> light.label() + " shows " + light.look().power() + " " + light.look().color() + " "
                        + light.look().effect() + ", announced: " + heard.last(light.id()).map(Rig::words));
        var requests = clouds.stream().flatMap(cloud -> cloud.log().all().stream())
                .map(it -> it.at() + " " + it.method() + " " + it.path() + " " + it.body() + " " + it.status());
        return Stream.of(odd, Stream.of("failures: " + heard.failures, "lost: " + heard.lost), requests)
                .flatMap(it -> it).collect(Collectors.joining("\n"));
    }

    private static String words(Known known) {
        return known.state() + " " + known.source() + (known.reachable() ? "" : " unreachable");
    }

    @Override
    public void close() {
        closing.close();
    }
}
