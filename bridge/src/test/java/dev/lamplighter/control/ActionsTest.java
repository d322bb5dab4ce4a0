package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Targets.Target;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Action.Activate.Part;
import dev.lamplighter.light.Color.Hue;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Scene;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ActionsTest {
    private static final UUID SCENE = UUID.fromString("3f8c2b1e-5d47-4a69-9c0e-7b1a2d3e4f50");
    private static final Change RED = Change.to(new Hue(0, 1));
    private static final Change KEPT = Change.to(Power.ON).with(new Level(0.25)).with(new Hue(240, 1))
            .withInfrared(Level.FULL);
    private static final Effect MOVE = new Effect.Move(false, 1, Optional.empty(), true);
    private static final Effect FLAME = new Effect.Flame(5, Optional.empty(), true);
    private static final Effect MORPH = new Effect.Morph(5, Optional.empty(), List.of(), true);
    private static final Effect CLOUDS = new Effect.Sky(Effect.Sky.Kind.CLOUDS, Optional.empty(), true);
    private static final Action CLEAN = new Action.Clean(false, Optional.empty());

    private static Effect pulse(Change color) {
        return new Effect.Pulse(color, Change.NONE, 2, 3, true, true);
    }

    private static Work plan(Action action, Target... targets) {
        var scene = new Scene(SCENE, "Evening", Map.of(Samples.id(1), KEPT, Samples.id(2), KEPT));
        return Planner.plan(new Perform(Change.NONE, action), Arrays.asList(targets), Map.of(SCENE, scene));
    }

    private static Work.Once only(Work work) {
        assertThat(work.stages()).hasSize(1);
        return (Work.Once) work.stages().getFirst();
    }

    private static LightState becomes(Work work, Known known) {
        return Objects.requireNonNull(only(work).becomes().get(known.light().id())).apply(known.state());
    }

    static Stream<Arguments> impossible() {
        var bulb = Homes.bulb(1);
        var strip = Homes.strip(1, 8);
        return Stream.of(Arguments.of(MOVE, Homes.whole(bulb), "move"),
                Arguments.of(FLAME, Homes.whole(strip), "flame"), Arguments.of(MORPH, Homes.whole(bulb), "morph"),
                Arguments.of(CLOUDS, Homes.whole(strip), "clouds"), Arguments.of(CLEAN, Homes.whole(bulb), "HEV"),
                Arguments.of(pulse(RED), Homes.whole(Homes.known(1, Homes.WHITE)), "no colours"),
                Arguments.of(pulse(RED), Homes.zones(bulb, 0, 3), "has no zones"),
                Arguments.of(pulse(RED), Homes.zones(strip, 6, 8), "has zones 0 to 7"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void action_thatAProductCannotDo_isNamedAndNotSent(Action action, Target target, String why) {
        var work = plan(action, target);
        assertThat(work.stages()).isEmpty();
        assertThat(work.impossible().get(Samples.id(1))).contains("Light 1", target.light().light().product().name(),
                why);
    }

    static Stream<Arguments> possible() {
        return Stream.of(Arguments.of(MOVE, Homes.whole(Homes.strip(1, 8))),
                Arguments.of(FLAME, Homes.whole(Homes.known(1, Homes.TILE))),
                Arguments.of(CLEAN, Homes.whole(Homes.known(1, Homes.CLEANING))),
                Arguments.of(pulse(RED.with(Level.FULL)), Homes.whole(Homes.known(1, Homes.WHITE))),
                Arguments.of(pulse(RED), Homes.zones(Homes.strip(1, 8), 6, 7)),
                Arguments.of(new Effect.Off(true), Homes.whole(Homes.known(1, Homes.WHITE))));
    }

    @ParameterizedTest
    @MethodSource("possible")
    void action_thatAProductCanDo_isDoneOnce(Action action, Target target) {
        var work = plan(action, target);
        assertThat(work.impossible()).isEmpty();
        assertThat(only(work).action()).isEqualTo(action);
        assertThat(only(work).zones()).isEqualTo(target.zones());
    }

    @Test
    void action_ofLightsOfWhichSomeCannot_isDoneByTheOthersTogether() {
        var work = plan(FLAME, Homes.whole(Homes.bulb(1)), Homes.whole(Homes.known(2, Homes.TILE)),
                Homes.whole(Homes.known(3, Homes.TILE)));
        assertThat(only(work).lights()).isEqualTo(Set.of(Samples.id(2), Samples.id(3)));
        assertThat(work.impossible()).containsOnlyKeys(Samples.id(1));
    }

    @Test
    void effect_ofDifferentZones_isOneForEach() {
        var work = plan(pulse(RED), Homes.zones(Homes.strip(1, 8), 0, 3), Homes.whole(Homes.bulb(2)),
                Homes.zones(Homes.strip(3, 8), 0, 3));
        assertThat(work.stages()).extracting(Work.Stage::lights).containsExactly(
                Set.of(Samples.id(1), Samples.id(3)), Set.of(Samples.id(2)));
    }

    @Test
    void wave_thatPersists_isExpectedAtItsEnd() {
        var bulb = Homes.bulb(1);
        var work = plan(pulse(RED), Homes.whole(bulb));
        assertThat(only(work).lasts()).isEqualTo(Duration.ofSeconds(6));
        assertThat(becomes(work, bulb)).isEqualTo(bulb.state().after(RED.with(Power.ON)));
    }

    private static Action.Activate scene(Set<Part> ignored, Change overrides) {
        return new Action.Activate(SCENE, Optional.of(Fade.ofSeconds(3)), ignored, overrides);
    }

    @Test
    void scene_isWhatItKeptForEachLight() {
        var night = Homes.known(1, Homes.NIGHT);
        var work = plan(scene(Set.of(), Change.NONE), Homes.whole(night));
        assertThat(becomes(work, night)).isEqualTo(night.state().after(KEPT));
        assertThat(work.leftOut()).isEmpty();
        assertThat(only(work).lasts()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void scene_withPartsIgnoredAndOthersOverridden_isWhatIsLeft() {
        var night = Homes.known(1, Homes.NIGHT);
        var work = plan(scene(Set.of(Part.POWER, Part.KELVIN, Part.INFRARED), Change.to(new Level(0.7))),
                Homes.whole(night));
        assertThat(becomes(work, night)).isEqualTo(night.state().after(Change.to(new Level(0.7))));
        var other = plan(scene(Set.of(Part.BRIGHTNESS), Change.to(new White(3000))), Homes.whole(night));
        assertThat(becomes(other, night)).isEqualTo(night.state()
                .after(Change.to(Power.ON).with(new White(3000)).withInfrared(Level.FULL)));
    }

    @Test
    void scene_overriddenWithWhatALightCannotShow_saysSo() {
        var white = Homes.known(1, Homes.WHITE);
        var work = plan(scene(Set.of(), RED), Homes.whole(white), Homes.whole(Homes.bulb(2)));
        assertThat(only(work).lights()).hasSize(2);
        assertThat(work.leftOut()).containsOnlyKeys(Samples.id(1));
        assertThat(work.leftOut().get(Samples.id(1))).contains("no colours");
    }
}
