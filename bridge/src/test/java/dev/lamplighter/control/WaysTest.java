package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Result.Status;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.control.Way.Sighting;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.LightCommand.Toggle;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Scene;
import dev.lamplighter.light.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same lights by LAN and by cloud. */
final class WaysTest {
    private static final UUID EVENING = UUID.fromString("3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11");

    private final ManualTime time = new ManualTime();
    private final Map<LightId, Sighting> home = new TreeMap<>();
    private final FakeWay lan = new FakeWay(Via.LAN, home);
    private final FakeWay cloud = new FakeWay(Via.CLOUD, home);
    private final RecordingListener listener = new RecordingListener();
    private final List<Result> results = new ArrayList<>();
    private final Queue<Runnable> held = new ArrayDeque<>();
    private boolean holding;
    private Lights lights = preferring(lan, cloud);

    WaysTest() {
        for (var number = 1; number <= 3; number++) {
            home.put(Samples.id(number), Samples.off(number));
        }
        lan.able = action -> action instanceof Effect;
    }

    private Lights preferring(FakeWay... ways) {
        var random = time.surroundings(1).random();
        return new Lights(ControlSettings.DEFAULTS, List.of(ways), List.of(listener),
                new Surroundings(time, call -> {
                    if (holding) {
                        held.add(call);
                    } else {
                        time.execute(call);
                    }
                }, time, time, random));
    }

    private void start() {
        lights.start();
        pass(3);
        listener.take();
    }

    private void pass(double seconds) {
        time.pass(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private void give(Selector target, LightCommand command) {
        lights.submit(new Order(target, command, time.instant(), time.instant().plusSeconds(30), Optional.empty()),
                results::add);
        time.settle();
    }

    private void give(int light, LightCommand command) {
        give(new Selector.Id(Samples.id(light)), command);
    }

    private Power power(int light) {
        return lan.state(light).power();
    }

    private static Change level(double fraction) {
        return Change.to(new Level(fraction));
    }

    @Test
    void light_seenByBoth_isToldByThePreferredWay() {
        start();
        give(1, Change.to(Power.ON));
        assertThat(lan.applied).hasSize(1);
        assertThat(cloud.applied).isEmpty();
        assertThat(results).singleElement().satisfies(result -> assertThat(result.via()).contains(Via.LAN));
        lights = preferring(cloud, lan);
        start();
        give(1, Change.to(Power.OFF));
        assertThat(cloud.applied).hasSize(1);
    }

    @Test
    void light_thatDoesNotAnswerByLan_isToldByCloudAtOnceAndForAWhile() {
        start();
        lan.reaches.put(Samples.id(1), Reach.TIMED_OUT);
        give(1, new Toggle(Fade.NONE));
        assertThat(power(1)).isEqualTo(Power.ON);
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(Status.APPLIED);
            assertThat(result.via()).contains(Via.CLOUD);
            assertThat(result.took()).isLessThan(Duration.ofMillis(500));
        });
        lan.reaches.clear();
        give(1, level(0.2));
        assertThat(lan.applied).hasSize(1);
        pass(20);
        give(1, level(0.3));
        assertThat(lan.applied).hasSize(2);
        assertThat(cloud.applied).hasSize(2);
    }

    @Test
    void lights_eachSeenByOneWay_areToldByTheirOwn() {
        lan.hidden.add(Samples.id(2));
        cloud.hidden.add(Samples.id(1));
        start();
        give(new Selector.All(), Change.to(Power.ON));
        pass(1);
        assertThat(List.of(power(1), power(2), power(3))).containsOnly(Power.ON);
        assertThat(cloud.applied).singleElement().satisfies(parts -> assertThat(parts).singleElement()
                .satisfies(part -> assertThat(part.lights().text()).isEqualTo("id:" + Samples.id(2))));
        assertThat(results).singleElement().satisfies(result -> assertThat(result.status()).isEqualTo(Status.APPLIED));
    }

    @Test
    void cloud_thatFails_leavesItsLightsToTheLan() {
        lights = preferring(cloud, lan);
        start();
        cloud.failWith(new Outcome.Unreachable<>("no answer"));
        give(1, Change.to(Power.ON));
        pass(1);
        assertThat(power(1)).isEqualTo(Power.ON);
        assertThat(lan.applied).hasSize(1);
        assertThat(results).singleElement().satisfies(result -> assertThat(result.via()).contains(Via.LAN));
    }

    @Test
    void lan_thatHangsInTheMiddleOfABurst_losesNoWish() {
        start();
        holding = true;
        give(1, level(0.1));
        give(1, level(0.2));
        give(2, level(0.3));
        holding = false;
        pass(5);
        assertThat(cloud.applied).isNotEmpty();
        assertThat(lan.state(1).level().fraction()).isEqualTo(0.2);
        assertThat(lan.state(2).level().fraction()).isEqualTo(0.3);
        assertThat(results).hasSize(3).extracting(Result::status).containsOnly(Status.SUPERSEDED, Status.APPLIED);
        // What hung arrives after all, and is said once more as it was wished last.
        held.forEach(Runnable::run);
        pass(5);
        assertThat(lan.state(1).level().fraction()).isEqualTo(0.2);
    }

    @Test
    void light_thatLeavesTheLan_isStillThere() {
        start();
        lan.hidden.add(Samples.id(1));
        pass(30);
        assertThat(listener.take()).contains("Light 1 OFF OBSERVED").noneMatch(line -> line.contains("lost"));
        give(1, Change.to(Power.ON));
        assertThat(results).singleElement().satisfies(result -> assertThat(result.via()).contains(Via.CLOUD));
        cloud.hidden.add(Samples.id(1));
        pass(30);
        assertThat(listener.take()).contains("lost d073d5000001");
    }

    @Test
    void lights_areAllSeenOnceTheLastWayHasShownIts() {
        cloud.failWith(new Outcome.Unreachable<>("no route"));
        lights.start();
        pass(3);
        assertThat(listener.take()).contains("seen Light 1").doesNotContain("all seen");
        cloud.recover();
        pass(60);
        assertThat(listener.take()).containsOnlyOnce("all seen");
    }

    @Test
    void lights_withoutAnyWay_areAllSeenAtOnce() {
        lights = preferring();
        lights.start();
        time.settle();
        assertThat(listener.take()).containsExactly("all seen");
    }

    private void evening(int... members) {
        var shown = new TreeMap<LightId, Change>();
        for (var member : members) {
            shown.put(Samples.id(member), level(0.4).with(Power.ON));
        }
        cloud.scenes = List.of(new Scene(EVENING, "Evening", shown));
    }

    private void activate(Action.Activate.Part... ignored) {
        give(new Selector.SceneId(EVENING), new Perform(Change.NONE,
                new Action.Activate(EVENING, Optional.empty(), Set.of(ignored), Change.NONE)));
        pass(1);
    }

    @Test
    void scene_ofLightsOfTheLan_isToldThemOneByOne() {
        evening(1, 2);
        start();
        activate();
        assertThat(cloud.performed).isEmpty();
        assertThat(lan.state(1).level().fraction()).isEqualTo(0.4);
        assertThat(List.of(power(1), power(2), power(3))).containsExactly(Power.ON, Power.ON, Power.OFF);
        assertThat(lan.applied).flatExtracting(parts -> parts).extracting(part -> part.change().fade().time())
                .containsOnly(Duration.ofSeconds(1));
        assertThat(results).singleElement().satisfies(result -> assertThat(result.via()).contains(Via.LAN));
    }

    @Test
    void scene_ofWhichHalfAColorIsLeftOut_isTheCloudsToDo() {
        evening(1);
        start();
        activate(Action.Activate.Part.HUE);
        assertThat(cloud.performed).hasSize(1);
        assertThat(lan.applied).isEmpty();
    }

    @Test
    void scene_whileTheCloudFails_isToldTheLightsThatTheLanReaches() {
        lights = preferring(cloud, lan);
        evening(1);
        start();
        cloud.failWith(new Outcome.Unreachable<>("no answer"));
        give(2, Change.to(Power.ON));
        activate();
        assertThat(power(1)).isEqualTo(Power.ON);
        assertThat(cloud.performed).isEmpty();
    }

    @Test
    void scene_ofALightOfTheCloud_goesByTheCloudAndAnEffectByTheLan() {
        evening(1);
        lan.hidden.add(Samples.id(1));
        start();
        give(new Selector.SceneId(EVENING), new Perform(Change.NONE,
                new Action.Activate(EVENING, Optional.empty(), Set.of(), Change.NONE)));
        give(2, Stage.pulse());
        pass(1);
        assertThat(cloud.performed).singleElement()
                .satisfies(it -> assertThat(it.action()).isInstanceOf(Action.Activate.class));
        assertThat(lan.performed).singleElement()
                .satisfies(it -> assertThat(it.action()).isInstanceOf(Effect.Pulse.class));
        assertThat(results).extracting(Result::status).containsOnly(Status.APPLIED);
    }

    @Test
    void light_ofTheLanAlone_isNotToldWhatOnlyTheCloudCan() {
        cloud.hidden.add(Samples.id(1));
        start();
        give(1, new Perform(Change.NONE, new Action.Cycle(List.of(level(0.1), level(0.9)), Change.NONE, false)));
        assertThat(results).extracting(Result::status).containsOnly(Status.REFUSED);
        assertThat(results.getLast().reason().orElseThrow()).contains("only the LIFX Cloud can do this");
    }

    @Test
    void start_whileTheCloudHangs_keepsLanLightsWaitingForTwoSecondsOnly() {
        cloud.failWith(new Outcome.Unreachable<>("no answer"));
        lights.start();
        time.settle();
        give(1, Change.to(Power.ON));
        give(new Selector.Label("Elsewhere"), Change.to(Power.ON));
        assertThat(lan.applied).isEmpty();
        pass(2.1);
        assertThat(power(1)).isEqualTo(Power.ON);
        assertThat(results).hasSize(1);
        pass(40);
        assertThat(results).hasSize(2);
        assertThat(results.getLast().status()).isEqualTo(Status.UNREACHABLE);
    }

    @Test
    void cloud_seenLater_addsItsLights() {
        cloud.failWith(new Outcome.Unreachable<>("no answer"));
        lan.hidden.add(Samples.id(2));
        lights.start();
        time.settle();
        give(2, Change.to(Power.ON));
        pass(3);
        assertThat(results).isEmpty();
        cloud.recover();
        pass(10);
        assertThat(power(2)).isEqualTo(Power.ON);
        assertThat(results).singleElement().satisfies(result -> assertThat(result.via()).contains(Via.CLOUD));
    }

    @Test
    void allowance_usedUp_leavesLightsToTheLan() {
        lights = preferring(cloud, lan);
        start();
        cloud.allowance = Optional.of(new Reply.Allowance(120, 0, time.instant().plusSeconds(50)));
        give(1, level(0.1));
        pass(0.2);
        give(1, level(0.2));
        pass(1);
        assertThat(lan.state(1).level().fraction()).isEqualTo(0.2);
        assertThat(lan.applied).hasSize(1);
    }

    @Test
    void slowPictureOfTheCloud_doesNotDisturbWhatTheLanHasSeen() {
        var old = Map.copyOf(home);
        start();
        give(1, Change.to(Power.ON));
        pass(1);
        cloud.failWith(new Outcome.Done<>(List.copyOf(old.values())));
        listener.take();
        pass(60);
        assertThat(listener.take()).as("all is as it was told").noneMatch(line -> line.startsWith("Light 1 OFF"));
        assertThat(power(1)).isEqualTo(Power.ON);
    }

    @Test
    void cloudThatRefuses_doesNotHinderTheLan() {
        cloud.failWith(new Outcome.Refused<>("the token is wrong"));
        lights.start();
        pass(0.1);
        give(1, Change.to(Power.ON));
        pass(3);
        assertThat(power(1)).isEqualTo(Power.ON);
        give(new Selector.Label("Elsewhere"), Change.to(Power.ON));
        assertThat(results.getLast().reason()).contains("there is no light 'label:Elsewhere'");
    }

    @Test
    void light_thatDoesNotAnswerByLan_holdsUpNoOther() {
        start();
        holding = true;
        give(new Selector.All(), Change.to(Power.ON));
        assertThat(held).hasSize(3);
        held.remove();
        held.remove().run();
        held.remove().run();
        time.settle();
        holding = false;
        give(2, level(0.5));
        assertThat(lan.state(2).level()).isEqualTo(new Level(0.5));
        assertThat(power(1)).isEqualTo(Power.OFF);
    }
}
