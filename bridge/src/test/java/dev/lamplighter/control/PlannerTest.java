package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Plan.Share;
import dev.lamplighter.control.Targets.Target;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Color.Hue;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.LightCommand.Step;
import dev.lamplighter.light.LightCommand.Toggle;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Power;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PlannerTest {
    private static final Change RED = Change.to(new Hue(0, 1));
    private static final Change BRIGHT = Change.to(new Level(0.9));
    private static final Effect OFF = new Effect.Off(false);

    private static Work plan(LightCommand command, Target... targets) {
        return Planner.plan(command, List.of(targets), Map.of());
    }

    private static Share whole(Change change) {
        return Share.ofAll(change);
    }

    private static Map<?, Share> painted(Work work) {
        return work.stages().stream().flatMap(stage -> stage instanceof Work.Paint(var shares)
                ? Stream.of(shares)
                : Stream.empty()).findFirst().orElse(Map.of());
    }

    private static List<Action> actions(Work work) {
        return work.stages().stream().flatMap(stage -> stage instanceof Work.Once once
                ? Stream.of(once.action())
                : Stream.empty()).toList();
    }

    @Test
    void hue_ofAWhiteLamp_isImpossibleAndNamed() {
        var work = plan(RED, Homes.whole(Homes.known(1, Homes.WHITE)));
        assertThat(work.stages()).isEmpty();
        assertThat(work.impossible().get(Samples.id(1))).contains("Light 1", "LIFX Mini White", "no colours");
    }

    @Test
    void hueAndLevel_ofAWhiteLamp_isTheLevelAndTheRestIsNamed() {
        var work = plan(RED.then(BRIGHT), Homes.whole(Homes.known(1, Homes.WHITE)), Homes.whole(Homes.bulb(2)));
        assertThat(painted(work)).isEqualTo(Map.of(Samples.id(1), whole(BRIGHT), Samples.id(2),
                whole(RED.then(BRIGHT))));
        assertThat(work.impossible()).isEmpty();
        assertThat(work.leftOut().get(Samples.id(1))).contains("no colours");
    }

    private static Known on(int number, boolean reachable) {
        return new Known(Samples.light(number), Samples.OFF.after(Change.to(Power.ON)), reachable, Via.CLOUD,
                Known.Source.OBSERVED, Instant.EPOCH);
    }

    @Test
    void toggle_ofLightsOfWhichOnlyAnUnreachableOneWasOn_lightsAll() {
        var work = plan(new Toggle(Fade.NONE), Homes.whole(on(1, false)), Homes.whole(Homes.bulb(2)));
        var lit = whole(Change.to(Power.ON));
        assertThat(painted(work)).isEqualTo(Map.of(Samples.id(1), lit, Samples.id(2), lit));
    }

    @Test
    void toggle_ofLightsThatAreAllUnreachable_goesByWhatWasSeenLast() {
        var work = plan(new Toggle(Fade.NONE), Homes.whole(on(1, false)));
        assertThat(painted(work)).isEqualTo(Map.of(Samples.id(1), whole(Change.to(Power.OFF))));
    }

    @Test
    void infrared_whereThereIsNone_isNamed() {
        var work = plan(Change.NONE.withInfrared(Level.FULL), Homes.whole(Homes.bulb(1)),
                Homes.whole(Homes.known(2, Homes.NIGHT)));
        assertThat(painted(work)).hasSize(1);
        assertThat(work.impossible().get(Samples.id(1))).contains("no infrared");
    }

    @Test
    void infraredStep_whereThereIsNone_isNamed() {
        var step = new Step(Change.NONE, 0, 0, 0, 0, 0.1);
        var work = plan(step, Homes.whole(Homes.bulb(1)), Homes.whole(Homes.known(2, Homes.NIGHT)));
        assertThat(painted(work)).hasSize(1);
        assertThat(work.impossible().get(Samples.id(1))).contains("Light 1", "LIFX A19");
    }

    @Test
    void zones_ofABulbAndBeyondAStrip_areNamed() {
        var work = plan(BRIGHT, Homes.zones(Homes.bulb(1), 0, 3), Homes.zones(Homes.strip(2, 8), 6, 8),
                Homes.zones(Homes.strip(3, 8), 6, 7));
        assertThat(painted(work).keySet()).isEqualTo(Set.of(Samples.id(3)));
        assertThat(work.impossible().get(Samples.id(1))).contains("has no zones");
        assertThat(work.impossible().get(Samples.id(2))).contains("has zones 0 to 7");
    }

    @Test
    void toggleAndStep_ofZones_areRefused() {
        for (var command : List.of(new Toggle(Fade.NONE), Step.by(Change.NONE, 0.1))) {
            var work = plan(command, Homes.zones(Homes.strip(1, 8), 0, 3), Homes.whole(Homes.bulb(2)));
            assertThat(painted(work).keySet()).isEqualTo(Set.of(Samples.id(2)));
            assertThat(work.impossible()).containsOnlyKeys(Samples.id(1));
        }
    }

    @Test
    void toggle_ofSeveral_isOffWhereAnyIsLit() {
        var lit = Homes.known(Samples.light(1), Samples.OFF.after(Change.to(Power.ON)));
        var fade = Fade.ofSeconds(2);
        assertThat(painted(plan(new Toggle(fade), Homes.whole(lit), Homes.whole(Homes.bulb(2)))).values())
                .containsOnly(whole(Change.to(Power.OFF).over(fade)));
        assertThat(painted(plan(new Toggle(fade), Homes.whole(Homes.bulb(1)), Homes.whole(Homes.bulb(2)))).values())
                .containsOnly(whole(Change.to(Power.ON).over(fade)));
    }

    @Test
    void step_isFromWhereEachLightIs() {
        var lit = Samples.OFF.after(Change.to(Power.ON));
        var work = plan(Step.by(Change.NONE, 0.25), Homes.whole(Homes.known(Samples.light(1), lit)),
                Homes.whole(Homes.bulb(2)));
        assertThat(painted(work)).isEqualTo(Map.of(Samples.id(1),
                whole(Change.to(Power.ON).with(new Level(0.75))), Samples.id(2),
                whole(Change.to(Power.ON).with(new Level(0.25)))));
    }

    @Test
    void colour_overARunningEffect_stopsItFirst() {
        var work = plan(RED, Homes.whole(Homes.running(Homes.known(1, Homes.TILE), "flame")),
                Homes.whole(Homes.bulb(2)));
        assertThat(work.stages()).hasSize(2);
        assertThat(work.stages().getFirst()).satisfies(stage -> {
            assertThat(stage.lights()).isEqualTo(Set.of(Samples.id(1)));
            assertThat(actions(work)).containsExactly(OFF);
        });
        assertThat(painted(work)).hasSize(2);
        assertThat(work.plan()).isInstanceOf(Plan.Absolute.class);
    }

    @Test
    void levelOrNoRunningEffect_stopsNothing() {
        var tile = Homes.known(1, Homes.TILE);
        assertThat(actions(plan(BRIGHT, Homes.whole(Homes.running(tile, "flame"))))).isEmpty();
        assertThat(actions(plan(RED, Homes.whole(Homes.running(tile, "off"))))).isEmpty();
        assertThat(actions(plan(RED, Homes.whole(tile)))).isEmpty();
    }

    @Test
    void white_outsideItsRange_isTheNearestInside() {
        var work = plan(Change.to(new White(6500)), Homes.whole(Homes.known(1, Homes.WHITE)));
        assertThat(painted(work).values()).containsOnly(whole(Change.to(new White(2700))));
    }

    @Test
    void perform_afterAChange_isBothForThoseThatCan() {
        var work = plan(new Perform(BRIGHT, new Effect.Flame(5, Optional.empty(), true)),
                Homes.whole(Homes.bulb(1)), Homes.whole(Homes.known(2, Homes.TILE)));
        assertThat(work.stages()).hasSize(2).allSatisfy(
                stage -> assertThat(stage.lights()).isEqualTo(Set.of(Samples.id(2))));
        assertThat(work.stages().getFirst()).isInstanceOf(Work.Paint.class);
        assertThat(work.impossible()).containsOnlyKeys(Samples.id(1));
        assertThat(work.plan()).isEqualTo(new Plan.Once());
    }

    @Test
    void resumed_overAnEffectThatRuns_stopsItFirst() {
        var plan = new Plan.Absolute(Map.of(Samples.id(1), whole(RED)));
        var work = Planner.resumed(plan, List.of(Homes.running(Homes.known(1, Homes.TILE), "flame"))).orElseThrow();
        assertThat(actions(work)).containsExactly(OFF);
        assertThat(painted(work)).hasSize(1);
    }

    @Test
    void plan_ofAChangeBeforeAnEffectIsStopped_isDecidedAnewInAnotherRun() {
        var work = plan(new Perform(BRIGHT, OFF), Homes.whole(Homes.known(1, Homes.TILE)));
        assertThat(work.plan()).isEqualTo(new Plan.Absolute(Map.of()));
    }

    @Test
    void resumed_isWhatWasDecidedForThoseThatAreStillThere() {
        var plan = new Plan.Absolute(Map.of(Samples.id(1), whole(RED), Samples.id(9), whole(RED)));
        var work = Planner.resumed(plan, List.of(Homes.bulb(1), Homes.bulb(2))).orElseThrow();
        assertThat(painted(work)).isEqualTo(Map.of(Samples.id(1), whole(RED)));
        assertThat(Planner.resumed(plan, List.of(Homes.bulb(2))).orElseThrow().isNothing()).isTrue();
        assertThat(Planner.resumed(new Plan.Absolute(Map.of()), List.of(Homes.bulb(2)))).isEmpty();
        assertThat(Planner.resumed(new Plan.Once(), List.of(Homes.bulb(2)))).isEmpty();
    }

    @Test
    void fitting_nothingLeft_keepsTheWordsForAll() {
        var fit = Fitting.fit(RED.withInfrared(Level.FULL), Homes.whole(Homes.known(1, Homes.WHITE)));
        assertThat(fit.change()).isEmpty();
        assertThat(fit.lack()).contains("'Light 1' (LIFX Mini White) shows no colours and has no infrared");
    }

    @Test
    void fitting_ofZonesOfAStripNotYetCounted_isBelieved() {
        var uncounted = Homes.known(1, Homes.STRIP, new LightState(Power.ON, Level.FULL, new White(3500),
                Optional.empty()));
        assertThat(Fitting.fit(BRIGHT, Homes.zones(uncounted, 70, 79)).change()).contains(BRIGHT);
    }
}
