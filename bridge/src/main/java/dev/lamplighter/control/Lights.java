package dev.lamplighter.control;

import dev.lamplighter.control.Anteroom.Held;
import dev.lamplighter.control.Order.Giver;
import dev.lamplighter.control.Targets.Target;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The door to the lights: orders go in by {@link #submit}, what becomes known comes out through {@link Listener}.
 *
 * <p>
 * One owner's thread holds everything that is known and everything that waits; calls that block run elsewhere and hand their outcome back to
 * it. So nothing here needs a lock, and orders take effect in the order in which they were submitted.
 */
public final class Lights {
    private static final String NO_WAY = "there is no way to any light: set cloud.token to use the LIFX Cloud";
    private static final String NOT_REPEATED = "Lamplighter was stopped while this was on its way: "
            + "whether it was carried out is not known, and it is not repeated";

    private final Ledger ledger = new Ledger();
    private final Surroundings around;
    private final Announcer announcer;
    private final Anteroom anteroom;
    private final Optional<Road> road;
    private boolean looked;

    private record Road(Via via, Line line, Traffic traffic, Watch watch, Scenery scenery, ColorQuestion colors) {}

    /** @param way how lights are reached; empty when none is set up, and then every order is refused */
    public Lights(ControlSettings settings, Optional<Way> way, List<Listener> listeners, Surroundings around) {
        this.around = around;
        this.announcer = new Announcer(ledger, listeners);
        this.anteroom = new Anteroom(around, this::waitedTooLong);
        this.road = way.map(it -> road(it, settings));
    }

    private Road road(Way way, ControlSettings settings) {
        var route = new Route(way, new Line(around.clock().instant()));
        var watch = new Watch(route, settings.poll(), ledger, announcer, around, new Watch.LookDone() {
            @Override
            public void seen(Instant begun) {
                lightsSeen(begun);
            }

            @Override
            public void refused(String reason) {
                anteroom.empty().forEach(it -> finish(it, Result.refused(reason, took(it.order()))));
            }
        });
        return new Road(way.via(), route.line(), new Traffic(route, ledger, announcer, around, watch), watch,
                new Scenery(route, around, announcer, this::admit), new ColorQuestion(route, around));
    }

    /** Begins to look at the lights. Orders may be submitted before. */
    public void start() {
        around.owner().execute(() -> road.ifPresent(it -> it.watch.lookAt(around.clock().instant())));
    }

    /** Takes an order on. Returns at once; {@code giver} hears what becomes of it, exactly once. */
    public void submit(Order order, Giver giver) {
        around.owner().execute(() -> accept(new Held(order, giver)));
    }

    /** What a colour string means that nobody here can read; {@code answer} comes on the owner's thread, empty when nobody could be asked. */
    public void color(String text, Consumer<Optional<Parsed<Change>>> answer) {
        around.owner().execute(() -> road.ifPresentOrElse(it -> it.colors.ask(text, answer),
                () -> answer.accept(Optional.empty())));
    }

    /**
     * Looks at the lights as soon as that may be. {@code meant} hears, on the owner's thread, which of those that are known {@code target}
     * means, and from when on a look is as fresh as was asked for.
     */
    public void refresh(Selector target, BiConsumer<Set<LightId>, Instant> meant) {
        around.owner().execute(() -> {
            var now = around.clock().instant();
            road.ifPresent(it -> it.watch.lookFor(now));
            meant.accept(meant(target).stream().map(Target::id).collect(Collectors.toSet()), now);
        });
    }

    /** How things stand; {@code vitals} hears it on the owner's thread. */
    public void vitals(Consumer<Vitals> vitals) {
        around.owner().execute(() -> {
            var now = around.clock().instant();
            var known = ledger.all();
            vitals.accept(new Vitals(known.size(), (int) known.stream().filter(Known::reachable).count(),
                    road.map(it -> it.traffic.waiting()).orElse(0), anteroom.size(),
                    road.map(it -> it.line.fare(it.via, now)).stream().toList()));
        });
    }

    private Collection<Target> meant(Selector target) {
        var scenes = road.map(it -> it.scenery.known()).orElse(Map.of());
        return new Targets(ledger.all(), scenes, around.random()).of(target);
    }

    private void accept(Held held) {
        var order = held.order();
        if (road.isEmpty()) {
            finish(held, Result.refused(NO_WAY, took(order)));
        } else if (!around.clock().instant().isBefore(order.expires())) {
            finish(held, ended(Result.Status.EXPIRED, "it was older than its time to live", order));
        } else if (order.plan().filter(Plan.Once.class::isInstance).isPresent()) {
            finish(held, ended(Result.Status.UNREACHABLE, NOT_REPEATED, order));
        } else if (!looked && road.get().line.refusal().isPresent()) {
            finish(held, Result.refused(road.get().line.refusal().get(), took(order)));
        } else if (!looked) {
            hold(held);
        } else {
            withScenes(held, road.get());
        }
    }

    private void withScenes(Held held, Road road) {
        var unknown = scenes(held.order()).filter(scene -> !road.scenery.known().containsKey(scene)).findFirst();
        if (unknown.isEmpty()) {
            carryOut(held, road);
        } else if (road.scenery.isMissing(unknown.get())) {
            finish(held, Result.refused("there is no scene '" + unknown.get() + "'", took(held.order())));
        } else if (road.scenery.refusal().isPresent()) {
            finish(held, Result.refused(road.scenery.refusal().get(), took(held.order())));
        } else {
            hold(held);
            road.scenery.refresh();
        }
    }

    private void hold(Held held) {
        if (anteroom.isFull()) {
            finish(held, Result.refused("too many commands wait already", took(held.order())));
        } else {
            anteroom.add(held.order(), held.giver());
        }
    }

    private static Stream<UUID> scenes(Order order) {
        var activated = order.command() instanceof Perform(_, Action.Activate(var scene, _, _, _))
                ? Stream.of(scene)
                : Stream.<UUID>empty();
        return Stream.concat(activated, scenes(order.target()));
    }

    private static Stream<UUID> scenes(Selector selector) {
        return switch (selector) {
            case Selector.SceneId(var scene) -> Stream.of(scene);
            case Selector.Random(var of) -> scenes(of);
            case Selector.Zoned(var of, _) -> scenes(of);
            case Selector.Union(var parts) -> parts.stream().flatMap(Lights::scenes);
            case Selector.All _,Selector.Id _,Selector.Label _,Selector.Group _,Selector.GroupId _,Selector.Location _,Selector.LocationId _ ->
                Stream.of();
        };
    }

    private void carryOut(Held held, Road road) {
        var order = held.order();
        var work = order.plan().flatMap(plan -> Planner.resumed(plan, ledger.all()))
                .orElseGet(() -> planned(order, road));
        if (work.isNothing()) {
            finish(held, Result.refused("there is no light '" + order.target().text() + "'", took(order)));
            return;
        }
        held.giver().planned(work.plan());
        around.timer().after(Duration.between(around.clock().instant(), order.expires()), road.traffic::pump);
        road.traffic.add(work, order.expires(), new Tally(order.received(), result -> finish(held, result)));
    }

    private Work planned(Order order, Road road) {
        var scenes = road.scenery.known();
        return Planner.plan(order.command(), meant(order.target()), scenes);
    }

    private void lightsSeen(Instant begun) {
        var first = !looked;
        looked = true;
        admit();
        road.ifPresent(it -> {
            it.traffic.confirm(begun);
            if (first) {
                it.scenery.refresh();
            }
        });
    }

    private void admit() {
        if (looked) {
            anteroom.empty().forEach(this::accept);
        }
    }

    private void waitedTooLong(Held held) {
        var why = road.flatMap(it -> it.line.trouble())
                .orElse(looked ? "the scenes have not been read yet" : "the lights have not been seen yet");
        finish(held, ended(Result.Status.UNREACHABLE, why, held.order()));
    }

    private void finish(Held held, Result result) {
        held.giver().done(result);
        announcer.done(held.order(), result);
    }

    private Result ended(Result.Status status, String reason, Order order) {
        return new Result(status, Optional.of(reason), Map.of(), Optional.empty(), took(order));
    }

    private Duration took(Order order) {
        return Duration.between(order.received(), around.clock().instant());
    }
}
