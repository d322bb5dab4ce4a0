package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Reply.Allowance;
import dev.lamplighter.control.Result.Status;
import dev.lamplighter.control.Way.Haste;
import dev.lamplighter.control.Way.Part;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Scene;
import dev.lamplighter.light.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** A slider that is dragged, over a cloud that carries out what arrives at once, answers after 150 ms and counts 120 requests a minute. */
final class SliderTest {
    private static final Duration ROUND_TRIP = Duration.ofMillis(150);
    private static final Duration STEP = Duration.ofMillis(10);
    private static final Duration TTL = Duration.ofSeconds(30);

    private final ManualTime time = new ManualTime();
    private final Counted way = new Counted();
    private final Map<Status, Integer> ends = new EnumMap<>(Status.class);
    private int given;
    private boolean inCall;
    private final Lights lights = new Lights(ControlSettings.DEFAULTS, List.of(way), List.of(), surroundings());

    private Surroundings surroundings() {
        Executor owner = task -> {
            if (inCall) {
                time.after(ROUND_TRIP, task);
            } else {
                time.execute(task);
            }
        };
        Executor calls = call -> time.execute(() -> {
            inCall = true;
            call.run();
            inCall = false;
        });
        return new Surroundings(owner, calls, time, time, time.surroundings(1).random());
    }

    @Test
    void fiveHundredSteps_inFiveSeconds_areFortyRequestsAndTheLastIsInForceAtOnce() {
        started();
        var before = way.requests;
        drag(500);
        var last = time.instant();
        time.pass(ROUND_TRIP.multipliedBy(12).dividedBy(10));
        assertThat(way.shown()).isEqualTo(level(500));
        assertThat(way.shownSince).isBefore(last.plus(ROUND_TRIP.multipliedBy(12).dividedBy(10)));
        time.pass(Duration.ofSeconds(5));
        assertThat(way.requests - before).isLessThanOrEqualTo(40);
        allAnswered();
    }

    @Test
    void stepsForTenMinutes_areNeverTooManyNorOldAndNothingPilesUp() {
        started();
        drag(10 * 60 * 100);
        assertThat(way.refused).isZero();
        assertThat(way.longestStale).as("from a step to it, or a newer one, being in force")
                .isLessThan(Duration.ofSeconds(1));
        assertThat(given - ends.values().stream().mapToInt(it -> it).sum()).as("steps without an answer yet")
                .isLessThan(5);
        time.pass(Duration.ofSeconds(10));
        assertThat(way.shown()).isEqualTo(level(10 * 60 * 100));
        allAnswered();
    }

    private void started() {
        lights.start();
        submit(Change.to(Power.ON));
        time.pass(Duration.ofSeconds(40));
        ends.clear();
        given = 0;
    }

    private void drag(int steps) {
        for (var step = 1; step <= steps; step++) {
            way.wished(level(step), time.instant());
            submit(Change.to(level(step)));
            time.pass(STEP);
        }
    }

    private static Level level(int step) {
        return new Level(step % 500 / 500.0);
    }

    private void submit(Change change) {
        given++;
        var now = time.instant();
        lights.submit(new Order(new Selector.Id(Samples.id(1)), change, now, now.plus(TTL), Optional.empty()),
                result -> ends.merge(result.status(), 1, Integer::sum));
    }

    private void allAnswered() {
        assertThat(ends.values().stream().mapToInt(it -> it).sum()).isEqualTo(given);
        assertThat(ends.keySet()).isSubsetOf(Status.APPLIED, Status.SUPERSEDED);
    }

    /** One light behind LIFX's limit, which looks at how old what it shows has become. */
    private final class Counted implements Way {
        private static final int LIMIT = 120;

        private final FakeWay light = new FakeWay(1);
        private final List<Map.Entry<Level, Instant>> newer = new ArrayList<>();
        private Instant window = Instant.EPOCH;
        private int left;
        int requests;
        int refused;
        Instant shownSince = Instant.EPOCH;
        Duration longestStale = Duration.ZERO;

        void wished(Level level, Instant at) {
            newer.add(Map.entry(level, at));
        }

        Level shown() {
            return light.state(1).level();
        }

        private <T> Reply<T> counted(Reply<T> reply) {
            var now = time.instant();
            if (!now.isBefore(window)) {
                window = now.plusSeconds(60);
                left = LIMIT;
            }
            requests++;
            if (left == 0) {
                refused++;
                return new Reply<>(new Outcome.Throttled<>(window), Optional.of(new Allowance(LIMIT, 0, window)));
            }
            left--;
            return new Reply<>(reply.outcome(), Optional.of(new Allowance(LIMIT, left, window)));
        }

        @Override
        public Reply<Map<LightId, Reach>> apply(List<Part> parts, Haste haste, Duration within) {
            var reply = counted(light.apply(parts, haste, within));
            var now = time.instant();
            shownSince = now;
            if (!newer.isEmpty()) {
                var oldest = Duration.between(newer.getFirst().getValue(), now);
                longestStale = oldest.compareTo(longestStale) > 0 ? oldest : longestStale;
                newer.clear();
            }
            return reply;
        }

        @Override
        public Via via() {
            return Via.CLOUD;
        }

        @Override
        public Reply<List<Sighting>> look(Duration within) {
            return counted(light.look(within));
        }

        @Override
        public Reply<List<Scene>> scenes(Duration within) {
            return counted(light.scenes(within));
        }

        @Override
        public Reply<Change> color(String text, Duration within) {
            return counted(light.color(text, within));
        }

        @Override
        public Reply<Map<LightId, Reach>> perform(Meant meant, Action action, Duration within) {
            return counted(light.perform(meant, action, within));
        }
    }
}
