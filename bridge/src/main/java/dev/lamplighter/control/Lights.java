package dev.lamplighter.control;

import dev.lamplighter.control.Order.Giver;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The door to the lights: orders go in by {@link #submit}, what becomes known comes out through {@link Listener}.
 *
 * <p>
 * One owner's thread holds everything that is known and everything that waits; calls that block run elsewhere and hand their outcome back to
 * it. So nothing here needs a lock, and orders take effect in the order in which they were submitted.
 */
public final class Lights {
    private static final String NO_WAY = "there is no way to any light: set cloud.token to use the LIFX Cloud";

    private final Ledger ledger = new Ledger();
    private final Surroundings around;
    private final Announcer announcer;
    private final Optional<Road> road;
    private final List<Held> held = new ArrayList<>();
    private boolean looked;
    /** Why nobody could see the lights when this was tried last; holding orders until the next try would only tell their senders later. */
    private Optional<String> refusal = Optional.empty();

    /** An order for lights that nobody has seen yet. */
    private record Held(Order order, Giver giver) {}

    private record Road(Line line, Traffic traffic, Watch watch) {}

    /** @param way how lights are reached; empty when none is set up, and then every order is refused */
    public Lights(ControlSettings settings, Optional<Way> way, List<Listener> listeners, Surroundings around) {
        this.around = around;
        this.announcer = new Announcer(ledger, listeners);
        this.road = way.map(it -> road(it, settings));
    }

    private Road road(Way way, ControlSettings settings) {
        var route = new Route(way, new Line(around.clock().instant()));
        var watch = new Watch(route, settings.poll(), ledger, announcer, around, new Watch.LookDone() {
            @Override
            public void seen() {
                releaseHeld();
            }

            @Override
            public void refused(String reason) {
                refuseHeld(reason);
            }
        });
        return new Road(route.line(),
                new Traffic(route, ledger, announcer, around, (_, settled) -> watch.lookAt(settled)), watch);
    }

    /** Begins to look at the lights. Orders may be submitted before. */
    public void start() {
        around.owner().execute(() -> road.ifPresent(it -> it.watch.lookAt(around.clock().instant())));
    }

    /** Takes an order on. Returns at once; {@code giver} hears what becomes of it, exactly once. */
    public void submit(Order order, Giver giver) {
        around.owner().execute(() -> accept(order, giver));
    }

    private void accept(Order order, Giver giver) {
        var now = around.clock().instant();
        if (road.isEmpty()) {
            finish(order, giver, Result.refused(NO_WAY, took(order)));
        } else if (!now.isBefore(order.expires())) {
            finish(order, giver, ended(Result.Status.EXPIRED, "it was older than its time to live", order));
        } else if (!looked && refusal.isPresent()) {
            finish(order, giver, Result.refused(refusal.get(), took(order)));
        } else if (!looked) {
            held.add(new Held(order, giver));
            around.timer().after(Duration.between(now, order.expires()), this::expireHeld);
        } else {
            carryOut(order, giver, road.get());
        }
    }

    private void carryOut(Order order, Giver giver, Road road) {
        var meant = ledger.matching(order.target());
        if (meant.isEmpty()) {
            finish(order, giver, Result.refused("there is no light '" + order.target().text() + "'", took(order)));
            return;
        }
        var plan = resumed(order, meant);
        if (plan.isEmpty()) {
            plan = Planner.plan(order.command(), meant);
        }
        giver.planned(plan);
        around.timer().after(Duration.between(around.clock().instant(), order.expires()), road.traffic::pump);
        road.traffic.add(plan, order.expires(),
                new Tally(order.received(), plan.keySet(), result -> finish(order, giver, result)));
    }

    /** The plan of an earlier run, for those lights that are still there. */
    private static Map<LightId, Change> resumed(Order order, List<Known> meant) {
        var plan = new TreeMap<LightId, Change>();
        meant.forEach(known -> Optional.ofNullable(order.plan().get(known.light().id()))
                .ifPresent(change -> plan.put(known.light().id(), change)));
        return plan;
    }

    private void releaseHeld() {
        looked = true;
        var waiting = List.copyOf(held);
        held.clear();
        waiting.forEach(it -> accept(it.order, it.giver));
        road.ifPresent(it -> it.traffic.pump());
    }

    private void refuseHeld(String reason) {
        refusal = Optional.of(reason);
        var waiting = List.copyOf(held);
        held.clear();
        waiting.forEach(it -> finish(it.order, it.giver, Result.refused(reason, took(it.order))));
    }

    private void expireHeld() {
        var now = around.clock().instant();
        var old = held.stream().filter(it -> !now.isBefore(it.order.expires())).toList();
        held.removeAll(old);
        var why = road.flatMap(it -> it.line.trouble()).orElse("the lights have not been seen yet");
        old.forEach(it -> finish(it.order, it.giver, ended(Result.Status.UNREACHABLE, why, it.order)));
    }

    private void finish(Order order, Giver giver, Result result) {
        giver.done(result);
        announcer.done(order, result);
    }

    private Result ended(Result.Status status, String reason, Order order) {
        return new Result(status, Optional.of(reason), Map.of(), Optional.empty(), took(order));
    }

    private Duration took(Order order) {
        Instant now = around.clock().instant();
        return Duration.between(order.received(), now);
    }
}
