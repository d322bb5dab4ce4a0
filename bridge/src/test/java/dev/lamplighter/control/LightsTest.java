package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Plan.Share;
import dev.lamplighter.control.Reply.Allowance;
import dev.lamplighter.control.Result.Status;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Step;
import dev.lamplighter.light.LightCommand.Toggle;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LightsTest {
    private static final Toggle TOGGLE = new Toggle(Fade.NONE);
    private static final Duration TTL = Duration.ofSeconds(30);

    private final ManualTime time = new ManualTime();
    private final FakeWay way = new FakeWay(3);
    private final RecordingListener listener = new RecordingListener();
    private final List<Runnable> calls = new ArrayList<>();
    private boolean holdCalls;
    private Lights lights = lights(ControlSettings.DEFAULTS);
    private final List<Result> results = new ArrayList<>();

    private Lights lights(ControlSettings settings) {
        return new Lights(settings, List.of(way), List.of(listener), surroundings());
    }

    private Surroundings surroundings() {
        var all = time.surroundings(1);
        return new Surroundings(time, call -> {
            if (holdCalls) {
                calls.add(call);
            } else {
                time.execute(call);
            }
        }, time, time, all.random());
    }

    @Test
    void submit_beforeTheFirstLook_waitsForItAndIsCarriedOut() {
        submit(1, Change.to(Power.ON));
        time.settle();
        assertThat(results).isEmpty();
        lights.start();
        time.settle();
        assertThat(results).extracting(Result::status).containsExactly(Status.APPLIED);
        assertThat(way.state(1).power()).isEqualTo(Power.ON);
    }

    @Test
    void submit_tooManyBeforeTheFirstLook_refusesWhatIsTooMuchAndCarriesOutTheRest() {
        for (var number = 0; number <= Anteroom.MOST; number++) {
            submit(1, Change.to(new Level(number / 10_000.0)));
        }
        time.settle();
        assertThat(results).extracting(Result::status).containsExactly(Status.REFUSED);
        lights.start();
        time.pass(Duration.ofSeconds(2));
        assertThat(results).hasSize(Anteroom.MOST + 1);
        assertThat(way.state(1).level().fraction()).isEqualTo((Anteroom.MOST - 1) / 10_000.0);
    }

    @Test
    void submit_toAnIdleLane_leavesWithoutWaiting() {
        started();
        submit(1, Change.to(Power.ON));
        time.settle();
        assertThat(way.applied).hasSize(1);
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.lights()).isEqualTo(Map.of(Samples.id(1), Reach.OK));
            assertThat(result.via()).contains(Via.CLOUD);
            assertThat(result.took()).isZero();
        });
    }

    @Test
    void submit_whileACallIsUnderWay_mergesAndReportsWhatWasSwallowed() {
        started();
        holdCalls = true;
        submit(1, Change.to(new Level(0.1)));
        submit(1, Change.to(new Level(0.2)));
        submit(1, Change.to(new White(2700)));
        submit(1, Change.to(new Level(0.3)));
        time.settle();
        assertThat(results).extracting(Result::status).containsExactly(Status.SUPERSEDED);
        release();
        release();
        assertThat(way.applied).hasSize(2);
        assertThat(way.applied.get(1)).singleElement()
                .satisfies(
                        part -> assertThat(part.change()).isEqualTo(Change.to(new White(2700)).with(new Level(0.3))));
        assertThat(results).extracting(Result::status).containsExactly(Status.SUPERSEDED, Status.APPLIED,
                Status.APPLIED, Status.APPLIED);
    }

    @Test
    void submit_toAll_isOneCall() {
        started();
        submit(new Selector.All(), Change.to(Power.ON));
        time.settle();
        assertThat(way.applied).singleElement().satisfies(parts -> assertThat(parts).singleElement()
                .satisfies(part -> assertThat(part.lights().text()).isEqualTo("all")));
        assertThat(results).singleElement().satisfies(result -> assertThat(result.lights()).hasSize(3));
    }

    @Test
    void submit_manyLightsWithinTheGathering_goAsFewCalls() {
        for (var number = 4; number <= 100; number++) {
            way.lights.put(Samples.id(number), Samples.off(number));
        }
        started();
        holdCalls = true;
        for (var number = 1; number <= 100; number++) {
            submit(number, Change.to(Power.ON));
            time.pass(Duration.ofNanos(400_000));
        }
        time.pass(Duration.ofMillis(50));
        for (var i = 0; i < 10; i++) {
            release();
        }
        assertThat(way.applied).hasSizeLessThanOrEqualTo(3);
        assertThat(results).hasSize(100).allMatch(result -> result.status() == Status.APPLIED);
    }

    @Test
    void toggle_twiceInABurst_isTwoAbsoluteChanges() {
        started();
        holdCalls = true;
        submit(1, TOGGLE);
        submit(1, TOGGLE);
        time.settle();
        release();
        release();
        assertThat(way.applied).extracting(parts -> parts.getFirst().change()).containsExactly(Change.to(Power.ON),
                Change.to(Power.OFF));
    }

    @Test
    void toggle_whenTheLightIsSeenHalfWay_isDecidedByWhatWasPromised() {
        lights = lights(new ControlSettings(TTL, Duration.ofSeconds(2)));
        started();
        holdCalls = true;
        submit(1, Change.to(Power.ON));
        submit(1, Change.to(Power.OFF));
        lookComesFirst();
        calls.removeFirst().run();
        lookComesFirst();
        assertThat(way.state(1).power()).isEqualTo(Power.ON);
        submit(1, TOGGLE);
        time.settle();
        release();
        release();
        assertThat(way.state(1).power()).isEqualTo(Power.ON);
        assertThat(way.applied).extracting(parts -> parts.getFirst().change()).containsExactly(Change.to(Power.ON),
                Change.to(Power.OFF), Change.to(Power.ON));
    }

    private void lookComesFirst() {
        time.pass(Duration.ofMillis(2_100));
        calls.removeLast().run();
        time.settle();
    }

    @Test
    void toggle_ofSeveralWithOneLit_putsAllOut() {
        started();
        submit(2, Change.to(Power.ON));
        submit(new Selector.All(), TOGGLE);
        time.pass(Duration.ofMillis(100));
        assertThat(way.lights.values()).allMatch(sighting -> sighting.state().power() == Power.OFF);
    }

    @Test
    void step_severalInABurst_addUp() {
        started();
        holdCalls = true;
        submit(1, Change.to(Power.ON).with(new Level(0.5)));
        submit(1, Step.by(Change.NONE, 0.1));
        submit(1, Step.by(Change.NONE, 0.1));
        time.settle();
        release();
        release();
        assertThat(way.state(1).level().fraction()).isCloseTo(0.7, Offset.offset(1e-9));
    }

    @Test
    void order_thatIsTooOld_expiresAndIsNotCarriedOut() {
        started();
        lights.submit(new Order(selector(1), TOGGLE, time.instant().minus(TTL), time.instant(), Optional.empty()),
                results::add);
        time.settle();
        assertThat(results).extracting(Result::status).containsExactly(Status.EXPIRED);
        assertThat(way.applied).isEmpty();
    }

    @Test
    void order_withAPlanOfAnEarlierRun_isCarriedOutAsPlanned() {
        started();
        submit(1, Change.to(Power.ON));
        time.settle();
        var plan = new Plan.Absolute(Map.of(Samples.id(1), Share.ofAll(Change.to(Power.ON))));
        lights.submit(new Order(selector(1), TOGGLE, time.instant(), time.instant().plus(TTL), Optional.of(plan)),
                results::add);
        time.settle();
        assertThat(way.state(1).power()).isEqualTo(Power.ON);
    }

    @Test
    void planned_comesBeforeAnythingLeaves() {
        started();
        holdCalls = true;
        var plans = new ArrayList<Plan>();
        lights.submit(order(selector(1), TOGGLE), new Order.Giver() {
            @Override
            public void planned(Plan plan) {
                assertThat(calls).isEmpty();
                plans.add(plan);
            }

            @Override
            public void done(Result result) {
                results.add(result);
            }
        });
        time.settle();
        assertThat(plans).containsExactly(
                new Plan.Absolute(Map.of(Samples.id(1), Share.ofAll(Change.to(Power.ON)))));
        assertThat(calls).hasSize(1);
    }

    @Test
    void submit_toAnUnknownLight_isRefusedNamingIt() {
        started();
        submit(new Selector.Label("Dsek Lamp"), TOGGLE);
        time.settle();
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(Status.REFUSED);
            assertThat(result.reason()).hasValueSatisfying(why -> assertThat(why).contains("label:Dsek Lamp"));
        });
    }

    @Test
    void submit_withNoWay_isRefusedSayingWhatToSet() {
        var none = new Lights(ControlSettings.DEFAULTS, List.of(), List.of(), time.surroundings(1));
        none.start();
        none.submit(order(selector(1), TOGGLE), results::add);
        time.settle();
        assertThat(results).singleElement()
                .satisfies(result -> assertThat(result.reason().orElseThrow()).contains("cloud.token"));
    }

    @Test
    void unreachableWay_thatComesBackInTime_appliesTheNewestWish() {
        started();
        way.failWith(FakeWay.unreachable());
        submit(1, Change.to(new Level(0.1)));
        time.pass(Duration.ofSeconds(3));
        submit(1, Change.to(new Level(0.9)));
        time.pass(Duration.ofSeconds(3));
        way.recover();
        time.pass(Duration.ofSeconds(5));
        assertThat(results).extracting(Result::status).containsExactly(Status.SUPERSEDED, Status.APPLIED);
        assertThat(way.state(1).level().fraction()).isEqualTo(0.9);
    }

    @Test
    void unreachableWay_pastTheTimeToLive_isReportedAndThePredictionWithdrawn() {
        started();
        listener.take();
        way.failWith(FakeWay.unreachable());
        submit(1, Change.to(Power.ON));
        time.settle();
        assertThat(listener.take()).contains("Light 1 ON PREDICTED");
        time.pass(TTL.plusSeconds(1));
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(Status.UNREACHABLE);
            assertThat(result.reason()).contains("no answer from the fake");
            assertThat(result.took()).isEqualTo(TTL);
        });
        assertThat(listener.take()).contains("Light 1 OFF OBSERVED");
    }

    @Test
    void throttledWay_isLeftAloneUntilItsTimeAndThenGetsTheNewestWish() {
        started();
        way.failWith(FakeWay.throttled(time.instant().plusSeconds(8)));
        submit(1, Change.to(Power.ON));
        time.settle();
        way.recover();
        time.pass(Duration.ofSeconds(7));
        assertThat(way.applied).hasSize(1);
        time.pass(Duration.ofSeconds(2));
        assertThat(results).extracting(Result::status).containsExactly(Status.APPLIED);
    }

    @Test
    void spentBudget_holdsCommandsUntilTheWindowEnds() {
        way.allowance = Optional.of(new Allowance(120, 0, time.instant().plusSeconds(12)));
        started();
        submit(1, Change.to(Power.ON));
        time.pass(Duration.ofSeconds(11));
        assertThat(way.applied).isEmpty();
        way.allowance = Optional.empty();
        time.pass(Duration.ofSeconds(2));
        assertThat(results).extracting(Result::status).containsExactly(Status.APPLIED);
    }

    @Test
    void silentLight_isTriedThreeTimesAndReported() {
        started();
        way.reach = Reach.TIMED_OUT;
        submit(1, Change.to(Power.ON));
        time.pass(Duration.ofSeconds(2));
        assertThat(way.applied).hasSize(3);
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(Status.UNREACHABLE);
            assertThat(result.lights()).containsEntry(Samples.id(1), Reach.TIMED_OUT);
        });
    }

    @Test
    void offlineLight_isReportedAtOnce() {
        started();
        way.reach = Reach.OFFLINE;
        submit(1, Change.to(Power.ON));
        time.settle();
        assertThat(way.applied).hasSize(1);
        assertThat(results).singleElement()
                .satisfies(result -> assertThat(result.reason()).contains("the light is offline"));
    }

    @Test
    void refusedLook_answersWhatWaitsForIt() {
        way.failWith(new Outcome.Refused<>("the token is not accepted"));
        lights.start();
        submit(1, TOGGLE);
        time.settle();
        assertThat(results).singleElement()
                .satisfies(result -> assertThat(result.reason()).contains("the token is not accepted"));
    }

    @Test
    void refusedLook_refusesWhatComesLaterUntilALookSucceeds() {
        way.failWith(new Outcome.Refused<>("the token is not accepted"));
        started();
        submit(1, Change.to(Power.ON));
        time.settle();
        assertThat(results).singleElement()
                .satisfies(result -> assertThat(result.reason()).contains("the token is not accepted"));
        way.recover();
        time.pass(Duration.ofSeconds(61));
        submit(1, Change.to(Power.ON));
        time.settle();
        assertThat(results).extracting(Result::status).containsExactly(Status.REFUSED, Status.APPLIED);
    }

    @Test
    void faultOfAWay_endsTheCommandAndTheLaneGoesOn() {
        started();
        way.fault = Optional.of(() -> {
            throw new IllegalStateException("a bug");
        });
        submit(1, TOGGLE);
        time.settle();
        way.recover();
        submit(1, Change.to(Power.ON));
        time.pass(Duration.ofSeconds(1));
        assertThat(results).extracting(Result::status).containsExactly(Status.REFUSED, Status.APPLIED);
    }

    @Test
    void listener_hearsAChangePredictedThenSeen() {
        started();
        assertThat(listener.take()).containsExactly("CLOUD works", "seen Light 1", "Light 1 OFF OBSERVED",
                "seen Light 2",
                "Light 2 OFF OBSERVED", "seen Light 3", "Light 3 OFF OBSERVED", "all seen");
        submit(1, Change.to(Power.ON));
        time.settle();
        assertThat(listener.take()).containsExactly("Light 1 ON PREDICTED");
        time.pass(Duration.ofSeconds(4));
        assertThat(listener.take()).containsExactly("Light 1 ON OBSERVED");
    }

    @Test
    void prediction_thatDoesNotComeTrue_isWithdrawnAfterItsTime() {
        started();
        submit(1, Change.to(Power.ON));
        time.settle();
        way.lights.put(Samples.id(1), Samples.off(1));
        listener.take();
        time.pass(Duration.ofSeconds(4));
        assertThat(listener.take()).containsExactly("Light 1 OFF OBSERVED");
    }

    @Test
    void command_duringALook_leavesAtOnceAndIsLookedAfterOnceItHasSettled() {
        started();
        holdCalls = true;
        time.pass(Duration.ofSeconds(10));
        assertThat(calls).as("the look that is due").hasSize(1);
        var look = calls.removeFirst();
        submit(1, Change.to(Power.ON));
        time.settle();
        calls.removeFirst().run();
        time.pass(Duration.ofSeconds(4));
        listener.take();
        holdCalls = false;
        look.run();
        time.pass(Duration.ofSeconds(1));
        assertThat(listener.take()).containsExactly("Light 1 ON OBSERVED");
    }

    @Test
    void lightThatLeft_isLostAndACommandToItRefused() {
        started();
        way.lights.remove(Samples.id(2));
        listener.take();
        time.pass(Duration.ofSeconds(11));
        assertThat(listener.take()).as("missing from one look").isEmpty();
        time.pass(Duration.ofSeconds(2));
        assertThat(listener.take()).containsExactly("lost " + Samples.id(2));
        submit(2, TOGGLE);
        time.settle();
        assertThat(results).extracting(Result::status).containsExactly(Status.REFUSED);
    }

    private void started() {
        lights.start();
        time.settle();
    }

    private void release() {
        var now = List.copyOf(calls);
        calls.clear();
        now.forEach(time::execute);
        time.pass(Line.GATHERING);
    }

    private static Selector selector(int light) {
        return new Selector.Id(Samples.id(light));
    }

    private Order order(Selector target, LightCommand command) {
        return new Order(target, command, time.instant(), time.instant().plus(TTL), Optional.empty());
    }

    private void submit(int light, LightCommand command) {
        submit(selector(light), command);
    }

    private void submit(Selector target, LightCommand command) {
        lights.submit(order(target, command), results::add);
    }
}
