package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Plan.Share;
import dev.lamplighter.control.Result.Status;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.LightCommand.Toggle;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Scene;
import dev.lamplighter.light.Selector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is done once: effects and scenes. */
final class LightsActionsTest {
    private static final UUID SCENE = UUID.fromString("3f8c2b1e-5d47-4a69-9c0e-7b1a2d3e4f50");
    private static final UUID OTHER = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private final Stage stage = new Stage(3);
    private final FakeWay way = stage.way;

    private static Perform activate(UUID scene) {
        return new Perform(Change.NONE, new Action.Activate(scene, Optional.empty(), Set.of(), Change.NONE));
    }

    private static Scene scene(int lights) {
        var shown = new TreeMap<LightId, Change>();
        for (var number = 1; number <= lights; number++) {
            shown.put(Samples.id(number), Stage.level(0.25).with(Power.ON));
        }
        return new Scene(SCENE, "Evening", shown);
    }

    private void giveScene(UUID scene) {
        stage.give(new Selector.SceneId(scene), activate(scene));
    }

    private List<Status> ends() {
        return stage.results.stream().map(Result::status).toList();
    }

    @Test
    void scene_ofNoLightThatIsKnown_isRefusedSayingSo() {
        way.scenes = List.of(scene(0));
        stage.started();
        giveScene(SCENE);
        assertThat(stage.results).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(Status.REFUSED);
            assertThat(result.reason()).get().asString().contains("there is no light", SCENE.toString());
        });
        assertThat(way.performed).isEmpty();
    }

    @Test
    void effect_betweenTwoChanges_isAFence() {
        stage.lit().holding = true;
        stage.give(1, Stage.level(0.1));
        stage.give(1, Stage.level(0.2));
        stage.give(1, Stage.pulse());
        stage.give(1, Stage.level(0.3));
        stage.answerAll();
        stage.answerAll();
        assertThat(stage.sent()).containsExactly(Stage.level(0.1), Stage.level(0.2));
        assertThat(way.performed).isEmpty();
        stage.answerAll();
        assertThat(way.performed).hasSize(1);
        assertThat(stage.sent()).hasSize(2);
        stage.pass(0.2);
        stage.answerAll();
        assertThat(stage.sent()).endsWith(Stage.level(0.3)).hasSize(3);
        stage.holding = false;
        stage.answerAll();
        stage.pass(3);
        assertThat(ends()).containsExactly(Status.APPLIED, Status.APPLIED, Status.APPLIED, Status.APPLIED);
    }

    @Test
    void effect_onOneLight_holdsNoOtherUp() {
        stage.lit().holding = true;
        stage.give(1, Stage.pulse());
        stage.give(2, Stage.level(0.2));
        stage.pass(0.1);
        assertThat(stage.held).hasSize(2);
    }

    @Test
    void scene_ofLightsOfWhichOneIsBusy_waitsForItAndKeepsWhatComesLaterBehind() {
        way.scenes = List.of(scene(3));
        stage.lit().holding = true;
        stage.give(2, Stage.level(0.9));
        giveScene(SCENE);
        stage.give(1, Stage.level(0.1));
        stage.pass(0.5);
        assertThat(stage.held).as("only what keeps light 2 busy").hasSize(1);
        stage.answerAll();
        assertThat(way.performed).isEmpty();
        stage.answerAll();
        assertThat(way.performed).hasSize(1);
        stage.answerAll();
        assertThat(way.state(1).level().fraction()).isEqualTo(0.1);
        assertThat(way.state(2).level().fraction()).isEqualTo(0.25);
        assertThat(ends()).containsExactly(Status.APPLIED, Status.APPLIED, Status.APPLIED);
    }

    @Test
    void scene_ofManyLights_isActivatedOnce() {
        var many = new Stage(60);
        many.way.scenes = List.of(scene(40));
        many.lit().give(new Selector.SceneId(SCENE), activate(SCENE));
        many.pass(5);
        assertThat(many.way.performed).singleElement()
                .satisfies(performed -> assertThat(performed.lights().lights()).hasSize(40));
        assertThat(many.results).singleElement()
                .satisfies(result -> assertThat(result.status()).isEqualTo(Status.APPLIED));
    }

    @Test
    void effect_thatMayHaveArrived_isNotRepeatedAndItsResultSaysSo() {
        stage.lit();
        way.failWith(new Outcome.Unreachable<>("the connection broke", true));
        stage.give(1, Stage.pulse());
        way.recover();
        stage.pass(60);
        assertThat(way.performed).hasSize(1);
        assertThat(stage.results).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(Status.UNREACHABLE);
            assertThat(result.reason().orElseThrow()).contains("the connection broke", "not repeated");
        });
    }

    @Test
    void effect_thatCertainlyDidNotArrive_isDoneOnceTheWayWorks() {
        stage.lit();
        way.failWith(new Outcome.Unreachable<>("the name was not found", false));
        stage.give(1, Stage.pulse());
        stage.pass(2);
        way.recover();
        stage.pass(10);
        assertThat(ends()).containsExactly(Status.APPLIED);
        var tries = way.performed.size();
        assertThat(tries).isGreaterThan(1);
        stage.pass(60);
        assertThat(way.performed).hasSize(tries);
    }

    @Test
    void effect_thatIsThrottled_isDoneOnceItMay() {
        stage.lit();
        way.failWith(FakeWay.throttled(stage.time.instant().plusSeconds(8)));
        stage.give(1, Stage.pulse());
        way.recover();
        stage.pass(7.9);
        assertThat(way.performed).hasSize(1);
        stage.pass(1);
        assertThat(way.performed).hasSize(2);
        assertThat(ends()).containsExactly(Status.APPLIED);
    }

    @Test
    void effect_thatIsThrottledForLongerThanItLives_endsAndTheNextOneIsDone() {
        stage.lit();
        way.failWith(FakeWay.throttled(stage.time.instant().plusSeconds(50)));
        stage.give(1, Stage.pulse());
        way.recover();
        stage.pass(49);
        assertThat(ends()).containsExactly(Status.EXPIRED);
        stage.give(1, Stage.level(0.4));
        stage.pass(5);
        assertThat(way.performed).hasSize(1);
        assertThat(ends()).containsExactly(Status.EXPIRED, Status.APPLIED);
    }

    @Test
    void effect_atALightThatIsSilent_isNotRepeated() {
        stage.lit();
        way.reaches.put(Samples.id(2), Reach.TIMED_OUT);
        stage.give(new Selector.All(), Stage.pulse());
        stage.pass(20);
        assertThat(way.performed).hasSize(1);
        assertThat(ends()).containsExactly(Status.PARTLY);
    }

    @Test
    void sceneThatIsUnknown_isLookedForOnceAndRefused() {
        stage.lit();
        var before = way.scenesRead;
        giveScene(OTHER);
        assertThat(way.scenesRead - before).isEqualTo(1);
        giveScene(OTHER);
        stage.pass(1);
        assertThat(way.scenesRead - before).isEqualTo(1);
        assertThat(stage.results).hasSize(2).allSatisfy(result -> {
            assertThat(result.status()).isEqualTo(Status.REFUSED);
            assertThat(result.reason()).contains("there is no scene '" + OTHER + "'");
        });
    }

    @Test
    void sceneThatIsUnknown_andSlowToBeRead_isLookedForOnceAndRefused() {
        stage.lit().holding = true;
        giveScene(OTHER);
        stage.pass(8);
        var before = way.scenesRead;
        stage.answerAll();
        assertThat(ends()).containsExactly(Status.REFUSED);
        stage.answerAll();
        assertThat(way.scenesRead - before).isEqualTo(1);
    }

    @Test
    void sceneThatIsNew_isLookedForAndActivated() {
        stage.lit();
        way.scenes = List.of(scene(2));
        giveScene(SCENE);
        assertThat(ends()).containsExactly(Status.APPLIED);
        assertThat(way.performed).hasSize(1);
    }

    @Test
    void sceneThatIsUnknown_whileTheWayFails_isLookedForNowAndThenAndFoundInTheEnd() {
        stage.lit();
        way.scenes = List.of(scene(2));
        var before = way.scenesRead;
        way.failWith(FakeWay.unreachable());
        giveScene(SCENE);
        stage.pass(5);
        assertThat(way.scenesRead - before).isBetween(2, 10);
        assertThat(stage.results).isEmpty();
        way.recover();
        stage.pass(10);
        assertThat(ends()).containsExactly(Status.APPLIED);
    }

    @Test
    void sceneThatIsUnknown_whereScenesAreRefused_isRefusedWithThatReason() {
        stage.lit();
        way.sceneFault = Optional.of(new Outcome.Refused<>("the token may not read scenes"));
        var before = way.scenesRead;
        giveScene(SCENE);
        stage.pass(20);
        assertThat(way.scenesRead - before).isEqualTo(1);
        assertThat(stage.results).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(Status.REFUSED);
            assertThat(result.reason().orElseThrow()).contains("the token may not read scenes");
        });
    }

    @Test
    void scenesLookedForAgainAndAgain_areNotReadMoreOftenEverAfter() {
        stage.lit();
        for (var count = 0; count < 20; count++) {
            giveScene(OTHER);
            stage.pass(30);
        }
        var before = way.scenesRead;
        stage.pass(2 * 3_600);
        assertThat(way.scenesRead - before).isBetween(3, 5);
    }

    @Test
    void sceneGivenBeforeAnythingIsKnown_waitsForLightsAndScenes() {
        way.scenes = List.of(scene(3));
        giveScene(SCENE);
        assertThat(stage.results).isEmpty();
        stage.holding = true;
        stage.started();
        stage.answer();
        assertThat(stage.results).isEmpty();
        stage.answerAll();
        stage.answerAll();
        assertThat(ends()).containsExactly(Status.APPLIED);
        assertThat(way.performed).hasSize(1);
    }

    @Test
    void sceneNeverRead_isUnreachableInItsTime() {
        way.sceneFault = Optional.of(new Outcome.Unreachable<>("the scenes do not answer"));
        stage.lit();
        giveScene(SCENE);
        stage.pass(31);
        assertThat(ends()).containsExactly(Status.UNREACHABLE);
    }

    @Test
    void onceOfAnEarlierRun_isAnsweredAndNotRepeated() {
        stage.lit();
        stage.lights.submit(earlier(Stage.light(1), Stage.pulse(), new Plan.Once()), stage.results::add);
        stage.pass(60);
        assertThat(way.performed).isEmpty();
        assertThat(stage.results).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(Status.UNREACHABLE);
            assertThat(result.reason().orElseThrow()).contains("not repeated");
        });
    }

    @Test
    void anyLightOfAnEarlierRun_isTheSameLight() {
        var light = Samples.id(2);
        var plan = new Plan.Absolute(Map.of(light, Share.ofAll(Change.to(Power.OFF))));
        for (var count = 0; count < 10; count++) {
            var other = new Stage(3).lit();
            other.lights.submit(earlier(new Selector.Random(new Selector.All()), new Toggle(Fade.NONE), plan,
                    other.time), other.results::add);
            other.pass(count);
            assertThat(other.way.state(2).power()).isEqualTo(Power.OFF);
            assertThat(other.sent()).containsExactly(Change.to(Power.OFF));
        }
    }

    @Test
    void planOfAnEarlierRun_whoseLightsHaveLeft_isRefusedAndNotMadeAnew() {
        stage.lit();
        var plan = new Plan.Absolute(Map.of(Samples.id(9), Share.ofAll(Change.to(Power.OFF))));
        stage.lights.submit(earlier(new Selector.All(), new Toggle(Fade.NONE), plan), stage.results::add);
        stage.pass(1);
        assertThat(stage.sent()).isEmpty();
        assertThat(ends()).containsExactly(Status.REFUSED);
    }

    private Order earlier(Selector target, LightCommand command, Plan plan) {
        return earlier(target, command, plan, stage.time);
    }

    private static Order earlier(Selector target, LightCommand command, Plan plan,
            ManualTime time) {
        return new Order(target, command, time.instant(), time.instant().plus(Stage.TTL), Optional.of(plan));
    }

    @Test
    void effectThatRunsInTheLight_isStoppedBeforeANewColour() {
        stage.lit();
        way.lights.computeIfPresent(Samples.id(1), (_, seen) -> new Way.Sighting(seen.light(),
                seen.state().withEffect(Optional.of("flame")), true, Duration.ZERO));
        stage.pass(11);
        stage.give(1, Change.to(new White(2700)));
        stage.pass(1);
        assertThat(way.performed).singleElement()
                .satisfies(performed -> assertThat(performed.action()).isEqualTo(new Effect.Off(false)));
        assertThat(way.state(1).effect()).isEmpty();
        assertThat(ends()).containsExactly(Status.APPLIED);
    }
}
