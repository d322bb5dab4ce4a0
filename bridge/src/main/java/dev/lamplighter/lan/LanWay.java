package dev.lamplighter.lan;

import dev.lamplighter.control.Outcome;
import dev.lamplighter.control.Reply;
import dev.lamplighter.control.Via;
import dev.lamplighter.control.Way;
import dev.lamplighter.lan.wire.DeviceMessage.StateService;
import dev.lamplighter.lan.wire.Packet;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Scene;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Lights on the LAN, without an account. Calls block and are made for virtual threads. Nothing here is encrypted, as LIFX's protocol is not:
 * whoever is on the network can tell lights what to do, and what devices say is believed only when it answers a question of ours and comes
 * from where the device is.
 */
public final class LanWay implements Way, AutoCloseable {
    private static final String NOT_ZONES = "only the LIFX Cloud can do this with some zones of a light";
    private static final String NO_SCENES = "scenes are known to the LIFX Cloud only";
    private static final String NO_NAMES = "only the LIFX Cloud knows further colours";
    /** A look takes no longer, however many do not answer. */
    private static final Duration LOOK = Duration.ofMillis(2_500);
    /** Whoever was silent lately is waited for no longer than this, once all others have answered. */
    private static final Duration SILENT = Duration.ofMillis(300);
    /** At so many a time devices are looked at: more answers at once would not fit into the socket. */
    private static final int AT_ONCE = 40;
    private static final long LEAST_SOURCE = 2;
    private static final long SOURCES = 1L << 32;

    private final LanSocket socket;
    private final InstantSource clock;
    private final Clockwork timer = new Clockwork();
    private final ThreadFactory threads = Thread.ofVirtual().name("lan-", 0).factory();
    /** Nothing has to end them: whatever runs there waits for no more than a look takes. */
    private final Executor calls = task -> threads.newThread(task).start();
    private final Semaphore lively = new Semaphore(AT_ONCE);
    private final Semaphore silent = new Semaphore(AT_ONCE);
    private final Products products = Products.load();
    private final Registry registry = new Registry();
    private final long source;
    private final Delivery delivery;
    private final Inquiry inquiry;
    private final Errands errands;
    private final Search search;
    private volatile Runnable news = () -> {};

    private LanWay(LanSocket socket, LanSettings settings, InstantSource clock, RandomGenerator random) {
        this.socket = socket;
        this.clock = clock;
        source = random.nextLong(LEAST_SOURCE, SOURCES);
        delivery = new Delivery(source, this::send, timer, clock);
        var talk = new Talk(delivery);
        inquiry = new Inquiry(talk, products, clock);
        errands = new Errands(talk, registry, products, timer, random);
        search = new Search(new Scout(settings, Interfaces::now,
                place -> new InetSocketAddress(place.host(), place.port())), socket::send, source,
                new Search.Surroundings(timer, calls, clock));
    }

    /** @throws IOException when this machine gives no socket */
    public static LanWay open(LanSettings settings, InstantSource clock, RandomGenerator random) throws IOException {
        return new LanWay(LanSocket.open(), settings, clock, random);
    }

    /** Begins to search for lights, and goes on until it is closed. */
    public void start() {
        socket.start(this::received);
        search.start();
    }

    /** Datagrams that went to lights, repetitions included, since the start. */
    public long sent() {
        return delivery.sent();
    }

    /** Those of them that were repetitions. */
    public long sentAgain() {
        return delivery.sentAgain();
    }

    @Override
    public Via via() {
        return Via.LAN;
    }

    @Override
    public void onNews(Runnable told) {
        news = told;
    }

    @Override
    public boolean performs(Action action) {
        return !(action instanceof Action.Cycle || action instanceof Action.Activate);
    }

    /** The first one waits until the lights have had time to be found. */
    @Override
    public Reply<List<Sighting>> look(Duration within) {
        var end = clock.instant().plus(within);
        Talk.await(search.settled(), within, false);
        var begun = clock.instant();
        var enough = Duration.between(begun, end).compareTo(LOOK) < 0 ? Duration.between(begun, end) : LOOK;
        registry.forget(begun);
        var devices = registry.known(products);
        var answered = devices.stream().filter(Device::answers).map(device -> look(device, lively)).toList();
        var perhaps = devices.stream().filter(device -> !device.answers()).map(device -> look(device, silent)).toList();
        answered.forEach(look -> Talk.await(look, left(begun, enough), false));
        perhaps.forEach(look -> Talk.await(look, left(begun, SILENT), false));
        if (!devices.stream().allMatch(Device::answers)) {
            search.again();
        }
        var portrait = Portrait.of(products, devices);
        var now = clock.instant();
        return Reply.of(new Outcome.Done<>(
                devices.stream().map(device -> portrait.sighting(device, begun, now)).toList()));
    }

    @Override
    public Reply<List<Scene>> scenes(Duration within) {
        return Reply.of(new Outcome.Refused<>(NO_SCENES));
    }

    @Override
    public Reply<Change> color(String text, Duration within) {
        return Reply.of(new Outcome.Refused<>(NO_NAMES));
    }

    @Override
    public Reply<Map<LightId, Reach>> apply(List<Part> parts, Haste haste, Duration within) {
        return Reply.of(new Outcome.Done<>(searched(errands.apply(parts, within))));
    }

    @Override
    public Reply<Map<LightId, Reach>> perform(Meant lights, Action action, Duration within) {
        return Reply.of(lights.zones().isPresent()
                ? new Outcome.Refused<>(NOT_ZONES)
                : new Outcome.Done<>(searched(errands.perform(lights.lights(), action, within))));
    }

    @Override
    public void close() {
        timer.close();
        socket.close();
    }

    /** Whoever did not take it may have moved. */
    private Map<LightId, Reach> searched(Map<LightId, Reach> reached) {
        if (!reached.values().stream().allMatch(Reach.OK::equals)) {
            search.again();
        }
        return reached;
    }

    private Duration left(Instant begun, Duration of) {
        return of.minus(Duration.between(begun, clock.instant()));
    }

    private CompletableFuture<Boolean> look(Device device, Semaphore gate) {
        return CompletableFuture.supplyAsync(() -> through(gate, () -> inquiry.look(device)), calls);
    }

    private static boolean through(Semaphore gate, BooleanSupplier what) {
        try {
            gate.acquire();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            return what.getAsBoolean();
        } finally {
            gate.release();
        }
    }

    private void send(Packet packet) {
        registry.find(packet.header().target()).ifPresent(device -> socket.send(packet, device.address()));
    }

    private void received(Packet packet, InetSocketAddress from) {
        if (packet.header().source() != source || packet.header().isToEveryDevice()) {
            return;
        }
        if (packet.message() instanceof StateService(var service, var port)) {
            if (service == StateService.UDP && port > 0 && port <= Units.FULL) {
                found(packet.header().target(), new InetSocketAddress(from.getAddress(), (int) port));
            }
        } else {
            registry.find(packet.header().target())
                    .filter(device -> device.address().getAddress().equals(from.getAddress())).ifPresent(device -> {
                        device.heard(clock.instant());
                        delivery.received(packet);
                    });
        }
    }

    private void found(LightId id, InetSocketAddress address) {
        registry.meet(id, address, clock.instant()).filter(device -> !device.isKnown(products))
                .filter(Device::beginsToSpeak).ifPresent(device -> {
                    search.meets();
                    calls.execute(() -> introduce(device));
                });
    }

    private void introduce(Device device) {
        try {
            if (through(lively, () -> inquiry.introduce(device)) && search.settled().isDone()) {
                news.run();
            }
        } finally {
            device.endsToSpeak();
            search.met();
        }
    }
}
