package dev.lamplighter.control;

import dev.lamplighter.control.Plan.Share;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.control.Way.Sighting;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Step;
import dev.lamplighter.light.LightCommand.Toggle;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Selector;
import dev.lamplighter.light.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;

/** One history, wholly decided by its seed: some orders at some moments, slow calls, and a way that may fail for the first part of it. */
final class Schedule {
    static final int LIGHTS = 3;
    private static final int ZONES = 4;
    static final List<Sighting> HOME = List.of(Samples.off(1), Samples.off(2), Samples.strip(LIGHTS, ZONES));
    static final Duration LONGEST_CALL = Duration.ofMillis(2_500);
    /** When an answer comes that nobody waits for any more. */
    private static final Duration LATE = Duration.ofSeconds(4);
    private static final int MOST_ORDERS = 20;

    final ManualTime time = new ManualTime();
    final FaultyWay way;
    final List<Given> given = new ArrayList<>();
    private final Random random;
    private final Lights lights;
    private boolean tardy;
    private final boolean absolute;
    private boolean inCall;

    /** An order and all that its giver heard. */
    static final class Given implements Order.Giver {
        final Order order;
        final List<Map<LightId, Share>> plans = new ArrayList<>();
        final List<Result> results = new ArrayList<>();
        private final InstantSource clock;
        private Instant told = Instant.MAX;

        private Given(Order order, InstantSource clock) {
            this.order = order;
            this.clock = clock;
        }

        @Override
        public void planned(Plan plan) {
            plans.add(plan instanceof Plan.Absolute(var shares) ? shares : Map.of());
        }

        @Override
        public void done(Result result) {
            results.add(result);
            told = clock.instant();
        }

        boolean doneBefore(Instant moment) {
            return told.isBefore(moment);
        }

        Optional<Share> share(LightId light) {
            return plans.stream().findFirst().map(plan -> plan.get(light));
        }

        Optional<Change> plan(LightId light) {
            return share(light).map(Share::change);
        }

        /** What it wishes of exactly these zones, or of all; an effect may come after a wish that its plan does not tell. */
        Optional<Change> wishes(LightId light, Optional<Zones> zones) {
            var before = order.command() instanceof LightCommand.Perform(var first, _) && !plans.isEmpty()
                    ? Optional.of(Share.ofAll(first))
                    : share(light);
            return before.filter(share -> share.zones().equals(zones)).map(Share::change);
        }

        /** What it does once, if that is what it does. */
        Optional<Action> action() {
            return order.command() instanceof LightCommand.Perform(_, var action)
                    ? Optional.of(action)
                    : Optional.empty();
        }

        Optional<Reach> reach(LightId light) {
            return results.stream().findFirst().map(result -> result.lights().get(light));
        }
    }

    Schedule(long seed) {
        this(seed, false);
    }

    /** One whose calls, as long as there are orders, now and then do their deed only when they have been given up. All orders are absolute. */
    static Schedule tardy(long seed) {
        return new Schedule(seed, true);
    }

    private Schedule(long seed, boolean tardy) {
        this.tardy = tardy;
        this.absolute = tardy;
        random = new Random(seed);
        way = new FaultyWay(HOME, new Random(seed + 1), time);
        Executor owner = task -> {
            if (inCall) {
                time.after(random.nextInt(8) == 0 ? LATE : delay(), task);
            } else {
                time.execute(task);
            }
        };
        var poll = random.nextBoolean() ? Duration.ofSeconds(10) : Duration.ofMillis(100);
        var around = new Surroundings(owner, this::call, time, time, time.surroundings(seed).random());
        lights = new Lights(new ControlSettings(Duration.ofSeconds(30), poll), List.of(way), List.of(), around);
    }

    /** The deed happens after one delay, now and then when it has been given up, and its reply arrives after another. */
    private void call(Runnable call) {
        var left = time.instant();
        time.after(tardy && random.nextInt(8) == 0 ? LATE : delay(), () -> {
            way.left = left;
            inCall = true;
            call.run();
            inCall = false;
        });
    }

    private Duration delay() {
        return Duration.ofMillis(random.nextInt(4) == 0 ? random.nextLong(LONGEST_CALL.toMillis() / 2) : 20);
    }

    /** @return when the way had recovered */
    Instant run(boolean faults) {
        lights.start();
        way.failing = faults;
        var orders = 1 + random.nextInt(MOST_ORDERS);
        var recovery = random.nextInt(orders);
        var recovered = time.instant();
        for (var number = 0; number < orders; number++) {
            if (number == recovery) {
                way.failing = false;
                recovered = time.instant();
            }
            give();
            time.pass(Duration.ofMillis(random.nextInt(3) == 0 ? random.nextLong(4_000) : random.nextLong(60)));
        }
        tardy = false;
        time.pass(Duration.ofMinutes(2));
        return recovered;
    }

    private void give() {
        var target = target();
        var live = way.failing && random.nextInt(3) == 0
                ? Duration.ofSeconds(1 + random.nextInt(5))
                : Duration.ofSeconds(30);
        var order = new Given(
                new Order(target, command(target), time.instant(), time.instant().plus(live), Optional.empty()),
                time);
        given.add(order);
        lights.submit(order.order, order);
    }

    /** No two effects are equal. */
    private double period() {
        return (1 + given.size()) / 1000.0;
    }

    private Selector target() {
        return switch (random.nextInt(6)) {
            case 0 -> new Selector.All();
            case 1 -> new Selector.Zoned(new Selector.Id(Samples.id(LIGHTS)), zones());
            default -> new Selector.Id(Samples.id(1 + random.nextInt(LIGHTS)));
        };
    }

    private Zones zones() {
        var first = random.nextInt(ZONES);
        return Zones.of(first, first + random.nextInt(ZONES - first));
    }

    private LightCommand command(Selector target) {
        if (target instanceof Selector.Zoned) {
            return Change.to(level());
        }
        if (absolute) {
            return random.nextBoolean() ? Change.to(level()) : Change.to(random.nextBoolean() ? Power.ON : Power.OFF);
        }
        return switch (random.nextInt(7)) {
            case 6 -> new LightCommand.Perform(random.nextBoolean() ? Change.NONE : Change.to(level()),
                    new Effect.Pulse(Change.to(level()), Change.NONE, period(), 1, true, true));
            case 0, 1 -> new Toggle(Fade.NONE);
            case 2 -> Step.by(Change.NONE, (random.nextInt(9) - 4.5) / 10);
            case 3 -> Change.to(random.nextBoolean() ? Power.ON : Power.OFF);
            case 4 -> Change.to(Power.ON).with(level());
            default -> Change.to(level());
        };
    }

    private Level level() {
        return new Level(random.nextInt(10_001) / 10_000.0);
    }
}
