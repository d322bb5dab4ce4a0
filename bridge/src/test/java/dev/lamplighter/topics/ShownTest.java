package dev.lamplighter.topics;

import static dev.lamplighter.topics.Homestead.dark;
import static dev.lamplighter.topics.Homestead.lit;
import static dev.lamplighter.topics.Homestead.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.Samples;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Color.Hue;
import dev.lamplighter.light.Color.White;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several lights show together. */
class ShownTest {
    private static final Color WHITE = new White(3000);

    @Test
    void group_ofWhichOneIsLit_isLitAndLooksLikeThatOne() {
        var shown = shown(dark(1, Samples.COLOR, 1, new Hue(120, 1)), lit(2, Samples.COLOR, 0.4, new Hue(240, 0.5)));
        assertThat(shown.lit()).isTrue();
        assertThat(shown.level().fraction()).isEqualTo(0.4);
        assertThat(shown.color()).isEqualTo(new Hue(240, 0.5));
    }

    @Test
    void group_ofWhichNoneIsLit_isDarkAndSaysHowItWouldCome() {
        var shown = shown(dark(1, Samples.COLOR, 1, WHITE), dark(2, Samples.COLOR, 0.5, WHITE));
        assertThat(shown.lit()).isFalse();
        assertThat(shown.level().fraction()).isEqualTo(0.75);
    }

    @Test
    void light_thatIsOnAtNoBrightness_isDark() {
        assertThat(shown(lit(1, Samples.COLOR, 0, WHITE)).lit()).isFalse();
    }

    @Test
    void brightness_isTheMeanOfThoseLit() {
        var shown = shown(lit(1, Samples.COLOR, 1, WHITE), lit(2, Samples.COLOR, 0.2, WHITE),
                dark(3, Samples.COLOR, 1, WHITE));
        assertThat(shown.level().fraction()).isCloseTo(0.6, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"350,10,0", "10,30,20", "300,60,0", "200,240,220", "0,180,0"})
    void hue_isTheMeanOnTheWheel(double one, double other, double mean) {
        var shown = shown(lit(1, Samples.COLOR, 1, new Hue(one, 1)), lit(2, Samples.COLOR, 1, new Hue(other, 1)));
        var hue = (Hue) shown.color();
        var apart = Math.abs(hue.degrees() - mean);
        assertThat(Math.min(apart, 360 - apart)).isLessThan(1e-6);
        assertThat(hue.saturation()).isEqualTo(1);
    }

    @Test
    void colorMode_isTheMostCommonAndItsColorTheMeanOfThoseInIt() {
        var shown = shown(lit(1, Samples.COLOR, 1, new Hue(120, 1)), lit(2, Samples.COLOR, 1, new White(2000)),
                lit(3, Homestead.WARM, 1, new White(4000)));
        assertThat(shown.mode()).isEqualTo(ColorMode.COLOR_TEMP);
        assertThat(shown.color()).isEqualTo(new White(3000));
    }

    @Test
    void colorMode_asOftenAsAnother_isColorful() {
        assertThat(shown(lit(1, Homestead.WARM, 1, WHITE), lit(2, Samples.COLOR, 1, new Hue(120, 1))).mode())
                .isEqualTo(ColorMode.HS);
    }

    @Test
    void colorMode_ofLampsThatOnlyDim_countsOnlyAmongThemselves() {
        var dimmers = List.of(lit(1, Homestead.WHITE, 1, WHITE), lit(2, Homestead.WHITE, 1, WHITE));
        assertThat(Shown.of(dimmers).mode()).isEqualTo(ColorMode.BRIGHTNESS);
        assertThat(shown(dimmers.get(0), dimmers.get(1), lit(3, Samples.COLOR, 1, new Hue(120, 1))).mode())
                .isEqualTo(ColorMode.HS);
    }

    @Test
    void effect_isTheMostCommonOne() {
        var strip = lit(1, Homestead.STRIP, 1, WHITE);
        assertThat(shown(running("move", strip), running("move", strip), strip).effect()).isEqualTo("move");
        assertThat(shown(running("move", strip), strip, strip).effect()).isEqualTo("off");
    }

    @Test
    void colorMode_ofALampWithoutColors_isNeverOne() {
        var shown = shown(lit(1, Homestead.WARM, 1, new Hue(120, 1)));
        assertThat(shown.mode()).isEqualTo(ColorMode.COLOR_TEMP);
        assertThat(shown.color()).isEqualTo(new White(3500));
    }

    private static Shown shown(Known... lights) {
        return Shown.of(List.of(lights));
    }
}
