package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Result.Status;
import dev.lamplighter.control.Schedule.Given;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.LightState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The laws of control, over random histories.
 *
 * <p>
 * Called the wishes of a light for a field are the values that its orders were planned to, in the order in which they were given.
 * <ol>
 * <li>Every order has exactly one result, and is planned at most once, so a toggle is decided once.
 * <li>Whatever is sent to a light for a field is the wish of an order that was planned, had no result yet and had not expired when it left;
 * and no wish is sent after one that was given later. So what is sent again is what was sent before, and nothing is toggled twice.
 * <li>The last wish of a light for a field, if its order was told that the light took it, is what the light shows in the end. (If it was told
 * something else, the light may show any wish that was sent: a call without an answer may have had its effect.)
 * <li>An order that had time enough when the way had recovered does not expire and is not lost: all its lights are spoken to or overwritten.
 * <li>Without faults every order is applied or superseded, and each light ends as if the orders had been carried out one by one.
 * </ol>
 */
final class ControlScheduleTest {
    private static final int BATCH = 500;
    /** The longest that a way which works again is still left alone: throttled 8 s, plus a call under way, plus gathering. */
    private static final Duration ENOUGH = Duration.ofSeconds(15);
    private static final Offset<Double> ROUNDING = Offset.offset(1e-9);
    private static final List<LightId> LIGHTS = IntStream.rangeClosed(1, Schedule.LIGHTS).mapToObj(Samples::id)
            .toList();
    private static final Map<String, Function<Change, Optional<?>>> FIELDS = Map.of("power", Change::power, "level",
            Change::level);

    static LongStream batches() {
        return LongStream.range(0, 16).map(batch -> batch * BATCH);
    }

    @ParameterizedTest
    @MethodSource("batches")
    void orders_overAFailingWay_keepTheLaws(long from) {
        LongStream.range(from, from + BATCH).forEach(seed -> {
            var schedule = new Schedule(seed);
            var recovered = schedule.run(true);
            oneResultEach(seed, schedule);
            onlyOpenWishesAreSentInOrder(seed, schedule);
            lastWishTakenIsShown(seed, schedule);
            for (var order : schedule.given) {
                if (!order.order.expires().isBefore(recovered.plus(ENOUGH))) {
                    isNotLost(seed, order);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("batches")
    void orders_withoutFaults_endAsIfCarriedOutOneByOne(long from) {
        LongStream.range(from, from + BATCH).forEach(seed -> {
            var schedule = new Schedule(seed);
            schedule.run(false);
            oneResultEach(seed, schedule);
            onlyOpenWishesAreSentInOrder(seed, schedule);
            assertThat(schedule.given).as("seed %d", seed)
                    .allMatch(order -> List.of(Status.APPLIED, Status.SUPERSEDED)
                            .contains(order.results.getFirst().status()));
            var expected = oneByOne(schedule);
            for (var light : LIGHTS) {
                var shown = schedule.way.state(light);
                var wished = Objects.requireNonNull(expected.get(light));
                assertThat(shown.power()).as("seed %d, light %s", seed, light).isEqualTo(wished.power());
                assertThat(shown.level().fraction()).as("seed %d, light %s", seed, light)
                        .isCloseTo(wished.level().fraction(), ROUNDING);
            }
        });
    }

    private static void oneResultEach(long seed, Schedule schedule) {
        assertThat(schedule.given).as("seed %d", seed).allSatisfy(order -> {
            assertThat(order.results).hasSize(1);
            assertThat(order.plans).hasSizeLessThanOrEqualTo(1);
        });
    }

    private static void onlyOpenWishesAreSentInOrder(long seed, Schedule schedule) {
        for (var light : LIGHTS) {
            FIELDS.forEach((name, field) -> {
                var oldest = 0;
                for (var sent : schedule.way.sent) {
                    var value = field.apply(sent.change());
                    if (sent.light().equals(light) && value.isPresent()) {
                        oldest = wish(schedule.given, oldest, order -> order.plan(light).flatMap(field).equals(value)
                                && order.order.expires().isAfter(sent.left()) && !order.doneBefore(sent.left()));
                        assertThat(oldest).as("seed %d: %s of %s sent at %s is nobody's wish", seed, name, light,
                                sent.left()).isNotNegative();
                    }
                }
            });
        }
    }

    private static int wish(List<Given> given, int oldest, Predicate<Given> fits) {
        return IntStream.range(oldest, given.size()).filter(number -> fits.test(given.get(number))).findFirst()
                .orElse(-1);
    }

    private static void lastWishTakenIsShown(long seed, Schedule schedule) {
        for (var light : LIGHTS) {
            FIELDS.forEach((name, field) -> {
                var wishes = schedule.given.stream().filter(order -> order.plan(light).flatMap(field).isPresent())
                        .toList();
                if (!wishes.isEmpty() && wishes.getLast().reach(light).equals(Optional.of(Reach.OK))) {
                    var shown = field.apply(shown(schedule, light));
                    assertThat(shown).as("seed %d: %s of %s", seed, name, light)
                            .isEqualTo(wishes.getLast().plan(light).flatMap(field));
                }
            });
        }
    }

    private static Change shown(Schedule schedule, LightId light) {
        var state = schedule.way.state(light);
        return Change.to(state.power()).with(state.level());
    }

    private static void isNotLost(long seed, Given order) {
        var result = order.results.getFirst();
        assertThat(result.status()).as("seed %d: %s", seed, order.order).isNotIn(Status.EXPIRED, Status.REFUSED);
        if (result.status() == Status.UNREACHABLE) {
            assertThat(result.lights()).as("seed %d: %s", seed, result).isNotEmpty();
        }
    }

    private static Map<LightId, LightState> oneByOne(Schedule schedule) {
        var lights = new TreeMap<LightId, Known>();
        LIGHTS.forEach(light -> lights.put(light, known(light, Samples.OFF, schedule)));
        for (var order : schedule.given) {
            var meant = new Targets(List.copyOf(lights.values()), Map.of(), new Random(1)).of(order.order.target());
            var work = Planner.plan(order.order.command(), meant, Map.of());
            work.stages().forEach(stage -> ((Work.Paint) stage).shares().forEach((light, share) -> lights
                    .computeIfPresent(light,
                            (_, before) -> known(light, before.state().after(share.change()), schedule))));
        }
        var states = new TreeMap<LightId, LightState>();
        lights.forEach((light, known) -> states.put(light, known.state()));
        return states;
    }

    private static Known known(LightId id, LightState state, Schedule schedule) {
        var light = IntStream.rangeClosed(1, Schedule.LIGHTS).mapToObj(Samples::light).filter(it -> it.id().equals(id))
                .findFirst().orElseThrow();
        return new Known(light, state, true, Via.CLOUD, Known.Source.OBSERVED, schedule.time.instant());
    }
}
