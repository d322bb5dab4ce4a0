package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Color;
import dev.lamplighter.light.Color.Hue;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.LightState.Zone;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Zones;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LikenessTest {
    private static LightState white(double level) {
        return state(new Level(level), new White(3500));
    }

    private static LightState state(Level level, Color color) {
        return new LightState(Power.ON, level, color, Optional.empty());
    }

    private static boolean bothWays(LightState one, LightState other) {
        assertThat(Likeness.alike(other, one)).isEqualTo(Likeness.alike(one, other));
        return Likeness.alike(one, other);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.49999237, true", "0.5, 0.5, true", "0.01, 0.00999, true", "0.5, 0.51, false",
            "0, 0.01, false", "1, 0.99998474, true"})
    void levels_asLifxRoundsThem_areAlike(double wished, double seen, boolean alike) {
        assertThat(bothWays(white(wished), white(seen))).isEqualTo(alike);
    }

    static Stream<Arguments> colors() {
        return Stream.of(Arguments.of(new Hue(120, 1), new Hue(119.9982, 1), true),
                Arguments.of(new Hue(0, 1), new Hue(359.9945, 1), true),
                Arguments.of(new Hue(0, 1), new Hue(2, 1), false),
                Arguments.of(new Hue(0, 1), new Hue(180, 1), false),
                Arguments.of(new Hue(120, 0.5), new Hue(120, 0.49999237), true),
                Arguments.of(new Hue(120, 0.5), new Hue(120, 0.52), false),
                Arguments.of(new White(2700), new White(2701), true),
                Arguments.of(new White(2700), new White(2750), false),
                Arguments.of(new White(3500), new Hue(120, 0.01), false));
    }

    @ParameterizedTest
    @MethodSource("colors")
    void colors_asLifxRoundsThem_areAlike(Color wished, Color seen, boolean alike) {
        assertThat(bothWays(state(Level.FULL, wished), state(Level.FULL, seen))).isEqualTo(alike);
    }

    @Test
    void power_isOneOrTheOther() {
        assertThat(bothWays(white(0.5), white(0.5).after(Change.to(Power.OFF)))).isFalse();
    }

    private static LightState strip(int zones) {
        return new LightState(Power.ON, new Level(0.5), new White(3500), Optional.empty(), Optional.empty(),
                Collections.nCopies(zones, new Zone(new Level(0.5), new White(3500))));
    }

    @Test
    void zones_areComparedOneByOne() {
        var changed = strip(8).after(Change.to(new Level(0.7)), Zones.of(3, 3));
        assertThat(bothWays(strip(8), changed)).isFalse();
        assertThat(bothWays(changed, strip(8).after(Change.to(new Level(0.70001)), Zones.of(3, 3)))).isTrue();
    }

    @Test
    void zones_speakForTheWhole() {
        var other = new LightState(Power.ON, new Level(0.9), new Hue(120, 1), Optional.empty(), Optional.empty(),
                strip(8).zones());
        assertThat(bothWays(strip(8), other)).isTrue();
    }

    @Test
    void zones_ofWhichOneSideKnowsNone_areLeftAside() {
        assertThat(bothWays(strip(8), white(0.5))).isTrue();
        assertThat(bothWays(strip(8), white(0.6))).isFalse();
    }

    @Test
    void effect_thatRuns_isAllThatCounts() {
        var flame = white(0.5).withEffect(Optional.of("flame"));
        assertThat(bothWays(flame, white(0.9).withEffect(Optional.of("flame")))).isTrue();
        assertThat(bothWays(flame, white(0.5).withEffect(Optional.of("morph")))).isFalse();
        assertThat(bothWays(flame, white(0.5))).isFalse();
    }

    @Test
    void infrared_thatDiffers_isNotAlike() {
        var full = new LightState(Power.ON, Level.FULL, new White(3500), Optional.of(Level.FULL));
        assertThat(bothWays(full, full.after(Change.NONE.withInfrared(Level.NONE)))).isFalse();
        assertThat(bothWays(full, full.after(Change.NONE.withInfrared(new Level(0.9999))))).isTrue();
    }
}
