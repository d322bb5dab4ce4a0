package dev.lamplighter.control;

import dev.lamplighter.control.Plan.Share;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Step;
import dev.lamplighter.light.LightCommand.Toggle;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Selector;
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
    static final Duration LONGEST_CALL = Duration.ofMillis(2_500);
    private static final int MOST_ORDERS = 20;

    final ManualTime time = new ManualTime();
    final FaultyWay way;
    final List<Given> given = new ArrayList<>();
    private final Random random;
    private final Lights lights;
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

        Optional<Change> plan(LightId light) {
            return plans.stream().findFirst().map(plan -> plan.get(light)).map(Share::change);
        }

        Optional<Reach> reach(LightId light) {
            return results.stream().findFirst().map(result -> result.lights().get(light));
        }
    }

    Schedule(long seed) {
        random = new Random(seed);
        way = new FaultyWay(LIGHTS, new Random(seed + 1), time);
        Executor owner = task -> {
            if (inCall) {
                time.after(delay(), task);
            } else {
                time.execute(task);
            }
        };
        var poll = random.nextBoolean() ? Duration.ofSeconds(10) : Duration.ofMillis(100);
        var around = new Surroundings(owner, this::call, time, time, time.surroundings(seed).random());
        lights = new Lights(new ControlSettings(Duration.ofSeconds(30), poll), Optional.of(way), List.of(), around);
    }

    /** The deed happens after one delay, its reply arrives after another. */
    private void call(Runnable call) {
        var left = time.instant();
        time.after(delay(), () -> {
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
        time.pass(Duration.ofMinutes(2));
        return recovered;
    }

    private void give() {
        var target = random.nextInt(4) == 0
                ? new Selector.All()
                : new Selector.Id(Samples.id(1 + random.nextInt(LIGHTS)));
        var live = way.failing && random.nextInt(3) == 0
                ? Duration.ofSeconds(1 + random.nextInt(5))
                : Duration.ofSeconds(30);
        var order = new Given(new Order(target, command(), time.instant(), time.instant().plus(live), Optional.empty()),
                time);
        given.add(order);
        lights.submit(order.order, order);
    }

    private LightCommand command() {
        return switch (random.nextInt(6)) {
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
