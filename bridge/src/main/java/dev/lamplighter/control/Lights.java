package dev.lamplighter.control;

import dev.lamplighter.control.Anteroom.Held;
import dev.lamplighter.control.Order.Giver;
import dev.lamplighter.control.Targets.Target;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Scene;
import dev.lamplighter.light.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
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
    private static final String NO_WAY = "there is no way to any light: allow lan.enabled, or set cloud.token to use the LIFX Cloud";
    private static final String NO_ACCOUNT = "scenes are known to the LIFX Cloud only: set cloud.token to use it";
    private static final String NOT_REPEATED = "Lamplighter was stopped while this was on its way: "
            + "whether it was carried out is not known, and it is not repeated";

    /** A way that has told nothing by then holds nobody up who means lights that another has seen. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Ledger ledger;
    private final Surroundings around;
    private final Announcer announcer;
    private final Anteroom anteroom;
    private final List<Road> roads;
    private final List<Watch> watches;
    private final Traffic traffic;
    private final Optional<Account> account;
    private final Scenes scenes;
    /** Ways that have neither shown their lights nor refused to. */
    private final Set<Via> unseen = EnumSet.noneOf(Via.class);
    /** Ways that have not shown their lights, whyever. */
    private final Set<Via> unshown = EnumSet.noneOf(Via.class);
    private boolean patient = true;
    private boolean looked;

    /** What only the way to the account knows. */
    private record Account(Scenery scenery, ColorQuestion colors) {}

    /** @param ways how lights are reached, the preferred one first; when there is none every order is refused */
    public Lights(ControlSettings settings, List<Way> ways, List<Listener> listeners, Surroundings around) {
        this.around = around;
        this.ledger = new Ledger(ways.stream().map(Way::via).toList());
        this.announcer = new Announcer(ledger, listeners);
        this.anteroom = new Anteroom(around, this::waitedTooLong);
        this.watches = ways.stream().map(way -> watch(way, settings)).toList();
        this.roads = watches.stream().map(watch -> new Road(watch.route(), watch)).toList();
        var all = new Roads(roads, ledger);
        this.traffic = new Traffic(all, ledger, announcer, around);
        this.account = roads.stream().map(Road::route).filter(route -> route.way().via().isCounted()).findFirst()
                .map(route -> new Account(new Scenery(route, around, announcer, this::admit),
                        new ColorQuestion(route, around)));
        this.scenes = new Scenes(all, account.map(it -> it.scenery.route()));
        ways.forEach(way -> unseen.add(way.via()));
        unshown.addAll(unseen);
        watches.forEach(watch -> watch.route().way()
                .onNews(() -> around.owner().execute(() -> watch.lookFor(around.clock().instant()))));
    }

    private Watch watch(Way way, ControlSettings settings) {
        var via = way.via();
        var route = new Route(way, new Line(via, around.clock().instant()));
        return new Watch(route, settings.poll(), ledger, announcer, around, new Watch.LookDone() {
            @Override
            public void seen(Instant begun) {
                lightsSeen(via, begun);
            }

            @Override
            public void refused(String reason) {
                unseen.remove(via);
                if (unseen.isEmpty() && !looked) {
                    anteroom.empty().forEach(it -> finish(it, Result.refused(reason, took(it.order()))));
                } else {
                    admit();
                }
            }
        });
    }

    /** Begins to look at the lights. Orders may be submitted before. */
    public void start() {
        around.owner().execute(() -> {
            watches.forEach(watch -> watch.lookAt(around.clock().instant()));
            if (watches.isEmpty()) {
                announcer.all();
            }
        });
    }

    /** Takes an order on. Returns at once; {@code giver} hears what becomes of it, exactly once. */
    public void submit(Order order, Giver giver) {
        around.owner().execute(() -> accept(new Held(order, giver)));
    }

    /** What a colour string means that nobody here can read; {@code answer} comes on the owner's thread, empty when nobody could be asked. */
    public void color(String text, Consumer<Optional<Parsed<Change>>> answer) {
        around.owner().execute(() -> account.ifPresentOrElse(it -> it.colors.ask(text, answer),
                () -> answer.accept(Optional.empty())));
    }

    /**
     * Looks at the lights as soon as that may be. {@code meant} hears, on the owner's thread, which of those that are known {@code target}
     * means, and from when on a look is as fresh as was asked for.
     */
    public void refresh(Selector target, BiConsumer<Set<LightId>, Instant> meant) {
        around.owner().execute(() -> {
            var now = around.clock().instant();
            watches.forEach(watch -> watch.lookFor(now));
            meant.accept(meant(target).stream().map(Target::id).collect(Collectors.toSet()), now);
        });
    }

    /** How things stand; {@code vitals} hears it on the owner's thread. */
    public void vitals(Consumer<Vitals> vitals) {
        around.owner().execute(() -> {
            var now = around.clock().instant();
            var known = ledger.all();
            vitals.accept(new Vitals(known.size(), (int) known.stream().filter(Known::reachable).count(),
                    traffic.waiting(), anteroom.size(), roads.stream().map(road -> road.line().fare(now)).toList()));
        });
    }

    private Collection<Target> meant(Selector target) {
        // One light among hundreds, as is told most often, is found at once.
        var known = target instanceof Selector.Id(var id) ? ledger.known(id).stream().toList() : ledger.all();
        return new Targets(known, scenesKnown(), around.random()).of(target);
    }

    private Map<UUID, Scene> scenesKnown() {
        return account.map(it -> it.scenery.known()).orElse(Map.of());
    }

    private void accept(Held held) {
        var order = held.order();
        if (roads.isEmpty()) {
            finish(held, Result.refused(NO_WAY, took(order)));
        } else if (!around.clock().instant().isBefore(order.expires())) {
            finish(held, ended(Result.Status.EXPIRED, "it was older than its time to live", order));
        } else if (order.plan().filter(Plan.Once.class::isInstance).isPresent()) {
            finish(held, ended(Result.Status.UNREACHABLE, NOT_REPEATED, order));
        } else if (unseen.isEmpty() && !looked) {
            finish(held, Result.refused(refusal(), took(order)));
        } else if (!isReady(order)) {
            hold(held);
        } else {
            withScenes(held);
        }
    }

    private String refusal() {
        return roads.stream().flatMap(road -> road.line().refusal().stream()).collect(Collectors.joining("; "));
    }

    /** A light that is not known yet may be one that another way is still to show. */
    private boolean isReady(Order order) {
        return looked && (unseen.isEmpty() || (!patient && !meant(order.target()).isEmpty()));
    }

    private void withScenes(Held held) {
        var unknown = scenes(held.order()).filter(scene -> !scenesKnown().containsKey(scene)).findFirst();
        if (unknown.isEmpty()) {
            carryOut(held);
        } else if (account.isEmpty()) {
            finish(held, Result.refused(NO_ACCOUNT, took(held.order())));
        } else {
            awaitScene(held, unknown.get(), account.get().scenery);
        }
    }

    private void awaitScene(Held held, UUID scene, Scenery scenery) {
        if (scenery.isMissing(scene)) {
            finish(held, Result.refused("there is no scene '" + scene + "'", took(held.order())));
        } else if (scenery.refusal().isPresent()) {
            finish(held, Result.refused(scenery.refusal().get(), took(held.order())));
        } else {
            hold(held);
            scenery.refresh();
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

    private void carryOut(Held held) {
        var order = held.order();
        var work = order.plan().flatMap(plan -> Planner.resumed(plan, ledger.all()))
                .orElseGet(() -> planned(order.command(), meant(order.target())));
        if (work.isNothing()) {
            finish(held, Result.refused("there is no light '" + order.target().text() + "'", took(order)));
            return;
        }
        held.giver().planned(work.plan());
        around.timer().after(Duration.between(around.clock().instant(), order.expires()), traffic::pump);
        traffic.add(work, order.expires(), new Tally(order.received(), result -> finish(held, result)));
    }

    private Work planned(LightCommand command, Collection<Target> targets) {
        return command instanceof Perform(_, Action.Activate activate)
                && scenes.arePainted(activate, targets, around.clock().instant())
                        ? Planner.scene(activate, targets, scenesKnown())
                        : Planner.plan(command, targets, scenesKnown());
    }

    private void lightsSeen(Via via, Instant begun) {
        if (!looked) {
            looked = true;
            around.timer().after(PATIENCE, () -> {
                patient = false;
                admit();
            });
        }
        unseen.remove(via);
        admit();
        traffic.confirm(via, begun);
        if (unshown.remove(via)) {
            shown(via);
        }
    }

    private void shown(Via via) {
        if (via.isCounted()) {
            account.ifPresent(it -> it.scenery.refresh());
        }
        if (unshown.isEmpty()) {
            announcer.all();
        }
    }

    private void admit() {
        if (looked) {
            anteroom.empty().forEach(this::accept);
        }
    }

    private void waitedTooLong(Held held) {
        var why = roads.stream().flatMap(road -> road.line().trouble().stream()).findFirst()
                .orElse(unseen.isEmpty() ? "the scenes have not been read yet" : "the lights have not been seen yet");
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
