package dev.lamplighter.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamplighter.light.Color.Hue;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Step;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static final LightState HALF = new LightState(Power.ON, new Level(0.5), new Hue(350, 1), Optional.empty());

    @Test
    void selector_printedAndParsed_isTheSame() {
        Seeded.check(any -> {
            var word = any.word();
            var selectors = List.of(new Selector.All(), new Selector.Id(any.id()), new Selector.Label(word),
                    new Selector.Group(word),
                    new Selector.GroupId(word), new Selector.Location(word), new Selector.LocationId(word));
            for (var selector : selectors) {
                assertThat(Selector.parse(selector.text())).isEqualTo(Parsed.accepted(selector));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "al", "label:", "id:123", "id:d073d500133g", "color:red", ":x"})
    void selector_thatIsNone_isRejectedWithWords(String text) {
        assertThat(Selector.parse(text)).isInstanceOfSatisfying(Parsed.Rejected.class,
                rejected -> assertThat(rejected.why()).isNotEmpty());
    }

    @Test
    void lightId_upperCase_isRead() {
        assertThat(LightId.parse("D073D5001337")).contains(new LightId("d073d5001337"));
        assertThat(LightId.parse("d073d500133")).isEmpty();
    }

    @Test
    void rgb_throughHueAndLevel_comesBackWithinABillionth() {
        Seeded.check(any -> {
            var rgb = new Rgb(any.random().nextDouble(), any.random().nextDouble(), any.random().nextDouble());
            var back = Rgb.of(rgb.color(), rgb.level());
            assertThat(back.red()).isCloseTo(rgb.red(), within());
            assertThat(back.green()).isCloseTo(rgb.green(), within());
            assertThat(back.blue()).isCloseTo(rgb.blue(), within());
        });
    }

    @Test
    void rgb_wholeBytes_comeBackExactly() {
        Seeded.check(any -> {
            var r = any.random().nextInt(256);
            var g = any.random().nextInt(256);
            var b = any.random().nextInt(256);
            var rgb = Rgb.ofBytes(r, g, b);
            var back = Rgb.of(rgb.color(), rgb.level());
            assertThat(List.of(Math.round(back.red() * 255), Math.round(back.green() * 255),
                    Math.round(back.blue() * 255)))
                    .containsExactly((long) r, (long) g, (long) b);
        });
    }

    @Test
    void xy_insideTheGamut_comesBackWithinTwoThousandths() {
        Seeded.check(any -> {
            var point = new Rgb(any.random().nextDouble(), any.random().nextDouble(), any.random().nextDouble()).toXy();
            var back = Rgb.ofXy(point.x(), point.y()).toXy();
            assertThat(back.x()).isCloseTo(point.x(), Offset.offset(0.002));
            assertThat(back.y()).isCloseTo(point.y(), Offset.offset(0.002));
        });
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0, 1", "360, 1, 0, 1", "-30, 0.5, 330, 0.5", "725, 1, 5, 1", "-1e-14, 1, 0, 1"})
    void ofHue_anyAngle_isWrapped(double degrees, double saturation, double wrapped, double strength) {
        assertThat(Color.ofHue(degrees, saturation)).isEqualTo(new Hue(wrapped, strength));
    }

    @Test
    void values_outOfRange_areNotBuilt() {
        assertThatThrownBy(() -> new Level(1.01)).hasMessageContaining("1.01");
        assertThatThrownBy(() -> new Level(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Hue(360, 1)).hasMessageContaining("360");
        assertThatThrownBy(() -> new Hue(10, 0)).hasMessageContaining("saturation");
        assertThatThrownBy(() -> new White(1499)).hasMessageContaining("1499");
        assertThatThrownBy(() -> new LightId("D073D5001337")).hasMessageContaining("D073D5001337");
        assertThatThrownBy(() -> Fade.ofSeconds(-1)).hasMessageContaining("transition");
    }

    @Test
    void secret_printed_showsNothing() {
        assertThat(new Secret("c87c6b1").toString()).doesNotContain("c87");
        assertThat(new Secret("c87c6b1").reveal()).isEqualTo("c87c6b1");
    }

    @ParameterizedTest
    @CsvSource({"0.1, ON, 0.6", "-0.1, ON, 0.4", "0.9, ON, 1.0"})
    void stepped_levelOfALitLight_addsAndClips(double step, Power power, double level) {
        var after = HALF.after(HALF.stepped(Step.by(Change.NONE, step)));
        assertThat(after.power()).isEqualTo(power);
        assertThat(after.level().fraction()).isCloseTo(level, within());
    }

    @Test
    void stepped_downToNothing_switchesOffAndKeepsTheLevel() {
        assertThat(HALF.stepped(Step.by(Change.NONE, -0.5))).isEqualTo(Change.to(Power.OFF));
    }

    @Test
    void stepped_upWhileOff_startsFromNothing() {
        var off = HALF.after(Change.to(Power.OFF));
        assertThat(off.stepped(Step.by(Change.NONE, 0.25))).isEqualTo(Change.to(Power.ON).with(new Level(0.25)));
    }

    @Test
    void stepped_hueAndKelvin_turnAndClip() {
        assertThat(HALF.stepped(new Step(Change.NONE, 0, 20, 0, 0, 0)).color()).contains(new Hue(10, 1));
        var white = HALF.after(Change.to(new White(8800)));
        assertThat(white.stepped(new Step(Change.NONE, 0, 0, 0, 500, 0)).color()).contains(new White(9000));
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-9);
    }
}
