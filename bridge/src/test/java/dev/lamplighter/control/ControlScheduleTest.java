package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Result.Status;
import dev.lamplighter.control.Schedule.Given;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Zones;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Comparator;
import java.util.HashMap;
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
 * and no wish is sent after one that was given later; or it is what was sent last. So what is sent again is what was sent before, and nothing
 * is toggled twice.
 * <li>The last wish of a light for a field, if its order was told that the light took it, is what the light shows in the end. (If it was told
 * something else, the light may show any wish that was sent: a call without an answer may have had its effect.)
 * <li>An order for something absolute that had time enough when the way had recovered does not expire and is not lost: all its lights are spoken to or overwritten.
 * <li>What is done once is done at most once, while its order is open.
 * <li>Without faults every order is applied or superseded, and each light ends as if the orders had been carried out one by one.
 * <li>So it does where requests are carried out only when they have been given up and newer ones have passed them.
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
        return LongStream.range(0, 8).map(batch -> batch * BATCH);
    }

    @ParameterizedTest
    @MethodSource("batches")
    void orders_overAFailingWay_keepTheLaws(long from) {
        LongStream.range(from, from + BATCH).forEach(seed -> {
            var schedule = new Schedule(seed);
            var recovered = schedule.run(true);
            oneResultEach(seed, schedule);
            onlyOpenWishesAreSentInOrder(seed, schedule);
            nothingIsDoneTwice(seed, schedule);
            lastWishTakenIsShown(seed, schedule);
            for (var order : schedule.given) {
                if (order.action().isEmpty() && !order.order.expires().isBefore(recovered.plus(ENOUGH))) {
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
            nothingIsDoneTwice(seed, schedule);
            assertThat(schedule.given).as("seed %d", seed)
                    .allMatch(order -> List.of(Status.APPLIED, Status.SUPERSEDED)
                            .contains(order.results.getFirst().status()));
            endsAsIfCarriedOutOneByOne(seed, schedule);
        });
    }

    @ParameterizedTest
    @MethodSource("batches")
    void orders_carriedOutAfterTheyWereGivenUp_undoNoneThatCameAfterThem(long from) {
        LongStream.range(from, from + BATCH).forEach(seed -> {
            var schedule = Schedule.tardy(seed);
            schedule.run(false);
            oneResultEach(seed, schedule);
            onlyOpenWishesAreSentInOrder(seed, schedule);
            endsAsIfCarriedOutOneByOne(seed, schedule);
        });
    }

    private static void endsAsIfCarriedOutOneByOne(long seed, Schedule schedule) {
        var expected = oneByOne(schedule);
        for (var light : LIGHTS) {
            var shown = schedule.way.state(light);
            var wished = Objects.requireNonNull(expected.get(light));
            assertThat(shown.zones()).as("seed %d, light %s", seed, light).isEqualTo(wished.zones());
            assertThat(shown.power()).as("seed %d, light %s", seed, light).isEqualTo(wished.power());
            assertThat(shown.level().fraction()).as("seed %d, light %s", seed, light)
                    .isCloseTo(wished.level().fraction(), ROUNDING);
        }
    }

    private static void oneResultEach(long seed, Schedule schedule) {
        assertThat(schedule.given).as("seed %d", seed).allSatisfy(order -> {
            assertThat(order.results).hasSize(1);
            assertThat(order.plans).hasSizeLessThanOrEqualTo(1);
        });
    }

    private static void onlyOpenWishesAreSentInOrder(long seed, Schedule schedule) {
        var asItLeft = schedule.way.sent.stream().sorted(Comparator.comparing(FaultyWay.Sent::left)).toList();
        for (var light : LIGHTS) {
            FIELDS.forEach((name, field) -> {
                var oldestOf = new HashMap<Optional<Zones>, Integer>();
                var last = new HashMap<Optional<Zones>, Optional<?>>();
                for (var sent : asItLeft) {
                    var value = field.apply(sent.share().change());
                    var isSaidAgain = value.equals(last.get(sent.share().zones()));
                    if (sent.light().equals(light) && value.isPresent() && !isSaidAgain) {
                        last.put(sent.share().zones(), value);
                        var oldest = wish(schedule.given, oldestOf.getOrDefault(sent.share().zones(), 0),
                                order -> order.wishes(light, sent.share().zones()).flatMap(field).equals(value)
                                        && order.order.expires().isAfter(sent.left())
                                        && !order.doneBefore(sent.left()));
                        oldestOf.put(sent.share().zones(), oldest);
                        assertThat(oldest).as("seed %d: %s of %s sent at %s is nobody's wish", seed, name, light,
                                sent.left()).isNotNegative();
                    }
                }
            });
        }
    }

    private static void nothingIsDoneTwice(long seed, Schedule schedule) {
        for (var order : schedule.given) {
            order.action().ifPresent(action -> {
                var times = schedule.way.done.stream().filter(done -> done.action().equals(action)).toList();
                assertThat(times).as("seed %d: %s", seed, action).hasSizeLessThanOrEqualTo(1)
                        .allMatch(done -> order.order.expires().isAfter(done.left())
                                && !order.doneBefore(done.left()));
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
                var isPlain = schedule.given.stream().noneMatch(order -> order.action().isPresent())
                        && schedule.given.stream().flatMap(order -> order.share(light).stream())
                                .allMatch(share -> share.zones().isEmpty());
                if (isPlain && !wishes.isEmpty() && wishes.getLast().reach(light).equals(Optional.of(Reach.OK))) {
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
        Schedule.HOME.forEach(light -> lights.put(light.light().id(), known(light, light.state(), schedule)));
        for (var order : schedule.given) {
            var meant = new Targets(List.copyOf(lights.values()), Map.of(), new Random(1)).of(order.order.target());
            var work = Planner.plan(order.order.command(), meant, Map.of());
            work.stages().forEach(stage -> stage.lights().forEach(light -> lights.computeIfPresent(light,
                    (_, before) -> new Known(before.light(), after(before.state(), stage, light), true, Via.CLOUD,
                            Known.Source.OBSERVED, schedule.time.instant()))));
        }
        var states = new TreeMap<LightId, LightState>();
        lights.forEach((light, known) -> states.put(light, known.state()));
        return states;
    }

    private static LightState after(LightState state, Work.Stage stage, LightId light) {
        return switch (stage) {
            case Work.Paint(var shares) -> Ledger.after(state, Objects.requireNonNull(shares.get(light)));
            case Work.Once once -> Objects.requireNonNull(once.becomes().get(light)).apply(state);
        };
    }

    private static Known known(Way.Sighting light, LightState state, Schedule schedule) {
        return new Known(light.light(), state, true, Via.CLOUD, Known.Source.OBSERVED, schedule.time.instant());
    }
}
