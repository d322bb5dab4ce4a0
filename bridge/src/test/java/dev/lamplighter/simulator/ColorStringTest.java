package dev.lamplighter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ColorStringTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"white; {\"hue\":null,\"saturation\":0,\"brightness\":null,\"kelvin\":null}",
            "red; {\"hue\":0,\"saturation\":1,\"brightness\":null,\"kelvin\":null}",
            "orange; {\"hue\":36,\"saturation\":1,\"brightness\":null,\"kelvin\":null}",
            "blue; {\"hue\":250,\"saturation\":1,\"brightness\":null,\"kelvin\":null}",
            "pink; {\"hue\":325,\"saturation\":1,\"brightness\":null,\"kelvin\":null}",
            "hue:120 saturation:1.0 brightness:0.5; {\"hue\":120,\"saturation\":1,\"brightness\":0.5,\"kelvin\":null}",
            "kelvin:2700; {\"hue\":null,\"saturation\":0,\"brightness\":null,\"kelvin\":2700}",
            "kelvin:3500 saturation:1; {\"hue\":null,\"saturation\":1,\"brightness\":null,\"kelvin\":3500}",
            "saturation:1 kelvin:3500; {\"hue\":null,\"saturation\":0,\"brightness\":null,\"kelvin\":3500}",
            "blue saturation:0.5; {\"hue\":250,\"saturation\":0.5,\"brightness\":null,\"kelvin\":null}",
            "#00ff00; {\"hue\":120,\"saturation\":1,\"brightness\":1,\"kelvin\":null}",
            "#FF0000; {\"hue\":0,\"saturation\":1,\"brightness\":1,\"kelvin\":null}",
            "#000000; {\"hue\":0,\"saturation\":0,\"brightness\":0,\"kelvin\":null}",
            "rgb:0,0,51; {\"hue\":240,\"saturation\":1,\"brightness\":0.2,\"kelvin\":null}"})
    void parse_goodString_setsWhatItNames(String text, String json) {
        var color = ColorString.parse(text, new Random(1)).orElseThrow();
        assertThat(color.json()).hasToString(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "mauve", "hue:361", "hue:-1", "hue:", "hue:x", "saturation:1.1", "brightness:NaN",
            "kelvin:1499", "kelvin:9001", "kelvin:2700.5", "#12345", "#gggggg", "rgb:256,0,0", "rgb:1,2", "red,blue",
            "red mauve"})
    void parse_badString_isNoColor(String text) {
        assertThat(ColorString.parse(text, new Random(1))).isEmpty();
    }

    @Test
    void parse_random_isSaturated() {
        var color = ColorString.parse("random", new Random(1)).orElseThrow();
        assertThat(color.saturation()).hasValue(1);
        assertThat(color.hue().orElseThrow()).isBetween(0.0, 360.0);
    }

    @Test
    void hsbk_cutsDownAsLifxDoes_andReadsBackTheSame() {
        var color = Hsbk.of(60, 0.01, 0.3, 3500);
        assertThat(color).isEqualTo(new Hsbk(10_922, 655, 19_660, 3500));
        assertThat(color.bright()).isEqualTo(0.29999237048905164);
        for (var units = 0; units <= 65_535; units++) {
            var one = new Hsbk(units, units, units, 3500);
            assertThat(Hsbk.of(one.degrees(), one.saturated(), one.bright(), 3500)).isEqualTo(one);
        }
    }
}
