package dev.lamplighter.light;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Color.Hue;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.light.LightCommand.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorStringTest {
    @ParameterizedTest
    @CsvSource({"red, 0, 1", "blue, 250, 1", "pink, 325, 1", "hue:120 saturation:0.5, 120, 0.5",
            "blue saturation:0.5, 250, 0.5",
            "kelvin:2700 cyan, 180, 1", "hue:360 saturation:1, 0, 1"})
    void parse_aHue_isThatHue(String text, double degrees, double saturation) {
        assertThat(ColorString.parse(text)).isEqualTo(Parsed.accepted(Change.to(new Hue(degrees, saturation))));
    }

    @ParameterizedTest
    @CsvSource({"white, 3500", "kelvin:2700, 2700", "red kelvin:2700, 2700", "saturation:0, 3500"})
    void parse_aWhite_isThatWhite(String text, int kelvin) {
        assertThat(ColorString.parse(text)).isEqualTo(Parsed.accepted(Change.to(new White(kelvin))));
    }

    @Test
    void parse_rgbAndHex_setTheBrightnessToo() {
        var half = Change.to(new Hue(0, 1)).with(new Level(128 / 255.0));
        assertThat(ColorString.parse("#800000")).isEqualTo(Parsed.accepted(half));
        assertThat(ColorString.parse("rgb:128,0,0")).isEqualTo(Parsed.accepted(half));
        assertThat(ColorString.parse("brightness:0.25")).isEqualTo(Parsed.accepted(Change.to(new Level(0.25))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"mauve; 'mauve' is not a LIFX colour",
            "hue:361 saturation:1; from 0 to 360, not '361'",
            "kelvin:1000; from 1500 to 9000", "rgb:1,2; three numbers", "hue:120; needs both",
            "saturation:1; needs both",
            "hue:-5 saturation:1; not '-5'", "foo:1; no colour component 'foo:'", "#12345; not a LIFX colour",
            "kelvin:NaN; not 'NaN'"})
    void parse_aWrongComponent_isRejectedNamingIt(String text, String why) {
        assertThat(ColorString.parse(text)).isInstanceOfSatisfying(Parsed.Rejected.class,
                it -> assertThat(it.line()).contains(why));
    }
}
