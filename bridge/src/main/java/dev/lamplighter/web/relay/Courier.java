package dev.lamplighter.web.relay;

import dev.lamplighter.control.Lights;
import dev.lamplighter.control.Order;
import dev.lamplighter.control.Result;
import dev.lamplighter.control.Targets.Target;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Selector;
import dev.lamplighter.light.Zones;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Gives orders to {@link Lights}: one for all lights that are to do the same. */
final class Courier {
    private final Lights lights;
    private final InstantSource clock;
    private final Duration patience;
    /** Held from looking at where lights are until what was made of that is promised, so that two steps at a time are two steps. */
    private final ReentrantLock relative;
    private final BiConsumer<Selector, Result> told;

    /** @param patience how long an order may take, after which it is no longer carried out */
    Courier(Lights lights, InstantSource clock, Duration patience) {
        this(lights, clock, patience, new ReentrantLock(), (_, _) -> {});
    }

    private Courier(Lights lights, InstantSource clock, Duration patience, ReentrantLock relative,
            BiConsumer<Selector, Result> told) {
        this.lights = lights;
        this.clock = clock;
        this.patience = patience;
        this.relative = relative;
        this.told = told;
    }

    /** The same one, who tells what became of each order. */
    Courier telling(BiConsumer<Selector, Result> whom) {
        return new Courier(lights, clock, patience, relative, whom);
    }

    private record Load(LightCommand command, Optional<Zones> zones) {
        Selector to(List<LightId> ids) {
            var parts = ids.stream().<Selector>map(Selector.Id::new).toList();
            var all = parts.size() == 1 ? parts.getFirst() : new Selector.Union(parts);
            return zones.<Selector>map(some -> new Selector.Zoned(all, some)).orElse(all);
        }
    }

    /** @param command what each light is to do; one that would change nothing is not sent */
    Sending send(Collection<Target> targets, Function<Target, LightCommand> command) {
        var loads = new LinkedHashMap<Load, List<LightId>>();
        var unable = new ArrayList<String>();
        for (var target : targets) {
            var load = new Load(command.apply(target), zones(target));
            if (load.command instanceof Change change && change.isNone()) {
                continue;
            }
            if (Able.is(target, load.command)) {
                loads.computeIfAbsent(load, _ -> new ArrayList<>()).add(target.id());
            } else {
                unable.add("'" + target.light().light().label() + "' ("
                        + target.light().light().product().name() + ") cannot do that");
            }
        }
        var parcels = new TreeMap<LightId, Parcel>();
        loads.forEach((load, ids) -> {
            var parcel = give(load.to(ids), load.command);
            ids.forEach(id -> parcels.put(id, parcel));
        });
        return new Sending(targets, parcels, unable);
    }

    /** As {@link #send}, where {@code command} depends on what lights show after all that was asked before. */
    Sending sendInTurn(Supplier<Collection<Target>> targets, Function<Target, LightCommand> command) {
        relative.lock();
        try {
            var sending = send(targets.get(), command);
            sending.parcels().values().forEach(parcel -> parcel.awaitDecided(patience));
            awaitOwner();
            return sending;
        } finally {
            relative.unlock();
        }
    }

    Parcel give(Selector to, LightCommand command) {
        var parcel = new Parcel(result -> told.accept(to, result));
        var now = clock.instant();
        lights.submit(new Order(to, command, now, now.plus(patience), Optional.empty()), parcel);
        return parcel;
    }

    /** A little longer than an order may take. */
    Duration patience() {
        return patience.plusSeconds(1);
    }

    /** What was promised is known once the owner has come to what we ask after it. */
    private void awaitOwner() {
        var asked = new CompletableFuture<Boolean>();
        lights.vitals(_ -> asked.complete(true));
        var _ = Parcel.within(asked, patience);
    }

    /** A light without zones is always meant whole. */
    private static Optional<Zones> zones(Target target) {
        return target.zones().filter(_ -> target.light().light().product().multizone());
    }
}
