package dev.lamplighter.lan;

import dev.lamplighter.control.Timer;
import dev.lamplighter.control.Way.Part;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.lan.Wording.Subject;
import dev.lamplighter.lan.wire.Hsbk;
import dev.lamplighter.lan.wire.LightMessage.LightState;
import dev.lamplighter.lan.wire.Message;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Zones;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Tells lights what is wished of them, all at the same time, and waits for what they say. */
final class Errands {
    /** A light that has not taken it by then will hardly do; whoever asked knows whether there is another way. */
    private static final Duration TRY = Duration.ofMillis(1_300);
    private static final long INSTANCES = 1L << 32;

    private final Talk talk;
    private final Registry registry;
    private final Products products;
    private final Timer timer;
    private final RandomGenerator random;

    Errands(Talk talk, Registry registry, Products products, Timer timer, RandomGenerator random) {
        this.talk = talk;
        this.registry = registry;
        this.products = products;
        this.timer = timer;
        this.random = random;
    }

    Map<LightId, Reach> apply(List<Part> parts, Duration within) {
        var wishes = new LinkedHashMap<LightId, List<Part>>();
        parts.forEach(part -> part.lights().lights()
                .forEach(light -> wishes.computeIfAbsent(light, _ -> new ArrayList<>()).add(part)));
        return all(wishes.keySet(), device -> apply(device, wishes.getOrDefault(device.id(), List.of()), within),
                within);
    }

    private CompletableFuture<Reach> apply(Device device, List<Part> wishes, Duration within) {
        var subject = subject(device);
        if (wishes.stream().anyMatch(wish -> !Wording.isSayable(subject, wish.lights().zones()))) {
            return CompletableFuture.completedFuture(Reach.TIMED_OUT);
        }
        var stages = new ArrayList<List<Message>>();
        wishes.forEach(wish -> stages.addAll(Wording.stages(subject, wish.lights().zones(), wish.change())));
        return talk.tell(device, stages, List.copyOf(stages), true, least(TRY, within)).thenApply(reach -> {
            if (reach == Reach.OK) {
                wishes.forEach(wish -> became(device, wish.change(), wish.lights().zones()));
            }
            return reach;
        });
    }

    Map<LightId, Reach> perform(Collection<LightId> lights, Action action, Duration within) {
        return all(lights, device -> perform(device, action, within), within);
    }

    private CompletableFuture<Reach> perform(Device device, Action action, Duration within) {
        var deed = Deeds.of(action, subject(device), random.nextLong(1, INSTANCES));
        var wish = new Object();
        return talk.tell(device, deed.stages(), wish, deed.again(), least(TRY, within)).thenApply(reach -> {
            if (reach == Reach.OK && !deed.then().isEmpty()) {
                timer.after(deed.lasts(), () -> {
                    var _ = talk.goOn(device, deed.then(), wish, TRY);
                });
            }
            return reach;
        });
    }

    private Map<LightId, Reach> all(Collection<LightId> lights, Function<Device, CompletableFuture<Reach>> deed,
            Duration within) {
        var answers = new LinkedHashMap<LightId, CompletableFuture<Reach>>();
        lights.forEach(light -> answers.put(light, registry.find(light).filter(device -> device.isKnown(products))
                .map(deed).orElseGet(() -> CompletableFuture.completedFuture(Reach.OFFLINE))));
        var reached = new LinkedHashMap<LightId, Reach>();
        answers.forEach((light, answer) -> reached.put(light, Talk.await(answer, within, Reach.TIMED_OUT)));
        return reached;
    }

    private Subject subject(Device device) {
        var look = device.facts().find(LightState.class);
        return new Subject(device.model(products), look.filter(it -> it.power() != 0).isPresent(),
                look.map(LightState::color).map(Units::sendable), device.facts().zones(),
                device.facts().relays().keySet());
    }

    private void became(Device device, Change change, Optional<Zones> zones) {
        device.facts().became(
                look -> new LightState(zones.isPresent() ? look.color() : Units.changed(look.color(), change),
                        change.power().map(Units::power).orElse(look.power()), look.label()),
                strip -> changed(strip, change, zones));
        change.power().ifPresent(power -> device.facts().switched(power == Power.ON));
    }

    private static List<Hsbk> changed(List<Hsbk> strip, Change change, Optional<Zones> zones) {
        var next = new ArrayList<>(strip);
        for (var zone = 0; zone < next.size(); zone++) {
            if (zones.isEmpty() || zones.get().contains(zone)) {
                next.set(zone, Units.changed(strip.get(zone), change));
            }
        }
        return next;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
