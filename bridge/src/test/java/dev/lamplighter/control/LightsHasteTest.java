package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Result.Status;
import dev.lamplighter.control.Way.Haste;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Selector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is late, and what is in a hurry. */
final class LightsHasteTest {
    private final Stage stage = new Stage(3);
    private final FakeWay way = stage.way;

    private List<Status> ends() {
        return stage.results.stream().map(Result::status).toList();
    }

    /** Three requests to light 1 that follow each other closely. */
    private void drag(Change last) {
        stage.give(1, Stage.level(0.1));
        stage.pass(0.2);
        stage.give(1, Stage.level(0.2));
        stage.pass(0.2);
        stage.give(1, last);
    }

    @Test
    void overdueCall_holdsUpItsLightNoLongerAndANewerWishLeaves() {
        stage.lit().holding = true;
        stage.give(1, Stage.level(0.1));
        stage.give(1, Stage.level(0.2));
        stage.pass(2.9);
        assertThat(way.applied).isEmpty();
        var late = stage.held.remove();
        stage.held.clear();
        stage.pass(0.2);
        stage.answer();
        assertThat(stage.sent()).containsExactly(Stage.level(0.2));
        assertThat(ends()).containsExactly(Status.SUPERSEDED, Status.APPLIED);
        late.run();
        stage.pass(1);
        assertThat(ends()).containsExactly(Status.SUPERSEDED, Status.APPLIED);
    }

    @Test
    void overdueCall_thatIsAnsweredWellAfterAll_endsItsWishAndItIsNotSentOnceMore() {
        stage.lit();
        way.allowance = Optional.of(new Reply.Allowance(120, 1, stage.time.instant().plusSeconds(20)));
        stage.pass(10);
        way.allowance = Optional.empty();
        stage.holding = true;
        stage.give(1, Stage.level(0.1));
        var late = stage.held.remove();
        stage.held.clear();
        stage.pass(4);
        assertThat(stage.results).isEmpty();
        late.run();
        stage.time.settle();
        assertThat(ends()).containsExactly(Status.APPLIED);
        assertThat(stage.results.getFirst().took()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void overdueCall_carriedOutAfterANewerWish_isOverwrittenOnceMore() {
        stage.lit().holding = true;
        stage.give(1, Stage.level(0.1));
        var late = stage.held.remove();
        stage.held.clear();
        stage.pass(3.1);
        stage.give(1, Stage.level(0.8));
        stage.answerAll();
        stage.answerAll();
        assertThat(way.state(1).level().fraction()).isEqualTo(0.8);
        late.run();
        stage.time.settle();
        assertThat(way.state(1).level().fraction()).isEqualTo(0.1);
        stage.answerAll();
        assertThat(way.state(1).level().fraction()).isEqualTo(0.8);
        stage.holding = false;
        way.applied.clear();
        stage.pass(60);
        assertThat(way.applied).as("once is enough").isEmpty();
        assertThat(ends()).containsExactly(Status.APPLIED, Status.APPLIED);
        assertThat(stage.listener.take()).last().asString().contains("OBSERVED");
    }

    @Test
    void overdueCall_carriedOutAfterItsOwnRepeat_changesNothingMore() {
        stage.lit().holding = true;
        stage.give(1, Stage.level(0.1));
        var late = stage.held.remove();
        stage.held.clear();
        stage.pass(3.1);
        stage.answerAll();
        late.run();
        stage.holding = false;
        way.applied.clear();
        stage.pass(60);
        assertThat(way.applied).isEmpty();
        assertThat(ends()).containsExactly(Status.APPLIED);
    }

    @Test
    void overdueCall_thatFailsAfterAll_endsNothing() {
        stage.lit().holding = true;
        stage.give(1, Stage.level(0.1));
        var late = stage.held.remove();
        stage.held.clear();
        stage.pass(3.1);
        way.failWith(new Outcome.Refused<>("too late"));
        late.run();
        stage.time.settle();
        assertThat(stage.results).isEmpty();
        way.recover();
        stage.answer();
        assertThat(ends()).containsExactly(Status.APPLIED);
    }

    @Test
    void overdueCall_answeredWellBeforeItsRepeatFails_leavesNothingExpectedForEver() {
        stage.lit().holding = true;
        stage.give(1, Stage.level(0.1));
        var late = stage.held.remove();
        stage.held.clear();
        stage.pass(3.1);
        late.run();
        stage.time.settle();
        assertThat(ends()).containsExactly(Status.APPLIED);
        way.failWith(FakeWay.unreachable());
        stage.answer();
        way.recover();
        stage.holding = false;
        way.lights.put(Samples.id(1), Samples.off(1));
        stage.answerAll();
        stage.pass(30);
        assertThat(stage.listener.take()).last().isEqualTo("Light 1 OFF OBSERVED");
    }

    @Test
    void drag_ofALitLight_isInHasteFromTheThirdRequestOn() {
        stage.lit();
        drag(Stage.level(0.3));
        assertThat(way.hastes).containsExactly(Haste.CERTAIN, Haste.CERTAIN, Haste.FAST);
    }

    @Test
    void drag_ofALightThatIsOff_isNotInHaste() {
        stage.started().pass(40);
        drag(Stage.level(0.3));
        assertThat(way.hastes).hasSize(3).containsOnly(Haste.CERTAIN);
    }

    @Test
    void drag_thatSaysOnEachTime_isInHasteToo() {
        stage.lit();
        drag(Stage.level(0.3).with(Power.ON));
        assertThat(way.hastes).containsExactly(Haste.CERTAIN, Haste.CERTAIN, Haste.FAST);
    }

    @Test
    void drag_thatSaysOff_isNotInHaste() {
        stage.lit();
        drag(Stage.level(0.3).with(Power.OFF));
        assertThat(way.hastes).hasSize(3).containsOnly(Haste.CERTAIN);
    }

    @Test
    void drag_slowly_isNotInHaste() {
        stage.lit();
        for (var step = 1; step <= 5; step++) {
            stage.give(1, Stage.level(step / 10.0));
            stage.pass(0.8);
        }
        assertThat(way.hastes).hasSize(5).containsOnly(Haste.CERTAIN);
    }

    @Test
    void wishInHaste_isAppliedOnceALookShowsIt() {
        stage.lit();
        drag(Stage.level(0.3));
        stage.pass(0.5);
        assertThat(stage.results).hasSize(2);
        stage.pass(1);
        assertThat(ends()).containsExactly(Status.APPLIED, Status.APPLIED, Status.APPLIED);
        assertThat(stage.results.getLast().lights()).containsEntry(Samples.id(1), Reach.OK);
        assertThat(way.applied).hasSize(3);
    }

    @Test
    void wishInHaste_isSupersededByANewerOne() {
        stage.lit();
        drag(Stage.level(0.3));
        stage.pass(0.2);
        stage.give(1, Stage.level(0.4));
        assertThat(ends()).containsExactly(Status.APPLIED, Status.APPLIED, Status.SUPERSEDED);
        stage.pass(2);
        assertThat(ends()).endsWith(Status.APPLIED).hasSize(4);
    }

    @Test
    void wishInHaste_thatALookDoesNotShow_isSentAgainForCertain() {
        stage.lit();
        way.losesHaste = true;
        drag(Stage.level(0.3));
        stage.pass(3);
        assertThat(way.hastes).endsWith(Haste.FAST, Haste.CERTAIN).hasSize(4);
        assertThat(way.state(1).level().fraction()).isEqualTo(0.3);
        assertThat(ends()).containsExactly(Status.APPLIED, Status.APPLIED, Status.APPLIED);
    }

    @Test
    void wishInHaste_andLostForGood_isNotClaimedToBeApplied() {
        stage.lit();
        way.losesHaste = true;
        way.reaches.put(Samples.id(1), Reach.OK);
        drag(Stage.level(0.3));
        way.reach = Reach.TIMED_OUT;
        way.reaches.put(Samples.id(1), Reach.TIMED_OUT);
        stage.pass(20);
        assertThat(ends()).containsExactly(Status.APPLIED, Status.APPLIED, Status.UNREACHABLE);
    }

    @Test
    void wishInHaste_withAnEffectBehind_isMadeCertainBeforeTheEffect() {
        stage.lit();
        way.losesHaste = true;
        drag(Stage.level(0.3));
        stage.give(1, new Perform(Change.NONE, new Effect.Off(false)));
        stage.pass(2);
        assertThat(way.hastes).endsWith(Haste.FAST, Haste.CERTAIN);
        assertThat(way.performed).hasSize(1);
        assertThat(way.state(1).level().fraction()).isEqualTo(0.3);
        assertThat(ends()).hasSize(4).containsOnly(Status.APPLIED);
    }

    @Test
    void wishInHaste_withATransition_isNotJudgedBeforeItsEnd() {
        stage.lit();
        way.losesHaste = true;
        drag(Stage.level(0.3).over(Fade.ofSeconds(0.9)));
        var looks = way.looks;
        stage.pass(0.8);
        assertThat(way.looks).as("a look during the transition").isGreaterThan(looks);
        assertThat(way.hastes).endsWith(Haste.FAST).hasSize(3);
        stage.pass(5);
        assertThat(way.hastes).endsWith(Haste.FAST, Haste.CERTAIN).hasSize(4);
        assertThat(ends()).hasSize(3).containsOnly(Status.APPLIED);
    }

    @Test
    void drag_withALongTransition_isNotInHaste() {
        stage.lit();
        drag(Stage.level(0.3).over(Fade.ofSeconds(8)));
        assertThat(way.hastes).hasSize(3).containsOnly(Haste.CERTAIN);
        assertThat(ends()).hasSize(3).containsOnly(Status.APPLIED);
    }

    @Test
    void wishBehindOneInHaste_thatExpiresFirst_leavesNothingExpectedForEver() {
        stage.lit();
        drag(Stage.level(0.3));
        way.failWith(FakeWay.throttled(stage.time.instant().plusSeconds(10)));
        stage.give(Stage.light(1), Change.to(new White(2700)), Duration.ofSeconds(2));
        stage.pass(5);
        way.recover();
        stage.listener.take();
        stage.pass(30);
        assertThat(ends()).containsExactly(Status.APPLIED, Status.APPLIED, Status.EXPIRED, Status.APPLIED);
        assertThat(stage.listener.take()).last().isEqualTo("Light 1 ON OBSERVED");
    }

    @Test
    void severalLights_ofWhichOneCannot_arePartlyDone() {
        stage.lit();
        way.reaches.put(Samples.id(2), Reach.OFFLINE);
        stage.give(new Selector.All(), Stage.level(0.3));
        stage.pass(3);
        assertThat(stage.results).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(Status.PARTLY);
            assertThat(result.reason().orElseThrow()).contains("offline");
            assertThat(result.lights()).containsEntry(Samples.id(1), Reach.OK)
                    .containsEntry(Samples.id(2), Reach.OFFLINE).containsEntry(Samples.id(3), Reach.OK);
        });
    }

    @Test
    void lane_thatHoldsTooMuch_refusesAndSaysSo() {
        stage.lit().holding = true;
        for (var count = 0; count < 150; count++) {
            stage.give(1, Stage.pulse());
        }
        assertThat(stage.results).hasSizeBetween(45, 50).allSatisfy(result -> {
            assertThat(result.status()).isEqualTo(Status.REFUSED);
            assertThat(result.reason().orElseThrow()).contains("too many commands wait");
        });
        stage.give(2, Stage.level(0.4));
        stage.pass(0.1);
        assertThat(stage.held.size()).as("an effect of light 1, the wish of light 2").isGreaterThanOrEqualTo(2);
    }
}
