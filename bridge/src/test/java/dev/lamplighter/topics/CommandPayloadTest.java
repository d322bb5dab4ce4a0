package dev.lamplighter.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Color.Hue;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Step;
import dev.lamplighter.light.LightCommand.Toggle;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Seeded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandPayloadTest {
    private static final Change ON = Change.to(Power.ON);

    private static final List<String> GOOD = List.of(
            "{\"state\":\"ON\",\"brightness\":51,\"color\":{\"h\":210,\"s\":80},\"transition\":1.5}",
            "{\"effect\":{\"name\":\"morph\",\"palette\":[\"red\",\"kelvin:2700\"],\"period\":2}}",
            "{\"cycle\":{\"states\":[{\"brightness\":9},{\"state\":\"OFF\"}],\"direction\":\"backward\"}}",
            "{\"zones\":[0,\"3-5\"],\"color\":\"blue\"}", "{\"flash\":2.5}", "{\"clean\":false}");

    static Stream<Arguments> commands() {
        return Stream.of(Arguments.of("ON", ON), Arguments.of(" off\n", Change.to(Power.OFF)),
                Arguments.of("Toggle", new Toggle(Fade.NONE)),
                Arguments.of("40", ON.with(new Level(0.4))), Arguments.of("0", Change.to(Power.OFF)),
                Arguments.of("12.5", ON.with(new Level(0.125))), Arguments.of("+10", Step.by(Change.NONE, 0.1)),
                Arguments.of("-5", Step.by(Change.NONE, -0.05)), Arguments.of("{\"state\":\"ON\"}", ON),
                Arguments.of("{\"state\":\"toggle\",\"transition\":2}", new Toggle(Fade.ofSeconds(2))),
                Arguments.of("{\"brightness\":51}", ON.with(new Level(0.2))),
                Arguments.of("{\"brightness\":0}", Change.to(Power.OFF)),
                Arguments.of("{\"state\":\"OFF\",\"brightness\":51}", Change.to(Power.OFF).with(new Level(0.2))),
                Arguments.of("{\"brightness_pct\":50,\"transition\":0.5}",
                        ON.with(new Level(0.5)).over(Fade.ofSeconds(0.5))),
                Arguments.of("{\"color\":{\"h\":210,\"s\":80}}", Change.to(new Hue(210, 0.8))),
                Arguments.of("{\"color\":{\"h\":0,\"s\":0}}", Change.to(new White(3500))),
                Arguments.of("{\"color\":{\"r\":255,\"g\":0,\"b\":0}}", Change.to(new Hue(0, 1))),
                Arguments.of("{\"color\":\"blue\"}", Change.to(new Hue(250, 1))),
                Arguments.of("{\"color\":\"kelvin:2700 brightness:0.5\"}",
                        Change.to(new White(2700)).with(new Level(0.5))),
                Arguments.of("{\"color_temp\":2700}", Change.to(new White(2700))),
                Arguments.of("{\"color_temp\":250}", Change.to(new White(4000))),
                Arguments.of("{\"infrared\":0.5}", Change.NONE.withInfrared(new Level(0.5))),
                Arguments.of("{\"brightness_step\":51}", Step.by(Change.NONE, 0.2)),
                Arguments.of("{\"brightness_step_pct\":-4,\"hue_step\":30}", new Step(Change.NONE, -0.04, 30, 0, 0, 0)),
                Arguments.of("{\"saturation_step\":-0.25}", new Step(Change.NONE, 0, 0, -0.25, 0, 0)),
                Arguments.of("{\"infrared_step\":0.5}", new Step(Change.NONE, 0, 0, 0, 0, 0.5)),
                Arguments.of("{\"color_temp_step\":-200,\"state\":\"ON\"}", new Step(ON, 0, 0, 0, -200, 0)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void parse_aCommand_isThatCommand(String payload, LightCommand command) {
        assertThat(parse(payload)).isInstanceOfSatisfying(Parsed.Accepted.class,
                it -> assertThat(((Wish) it.value()).command()).isEqualTo(command));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"``; payload: is empty", "ONN; 'ONN' is not a command",
            "101; 101 is not a brightness",
            "+101; +101 is not a step", "NaN; is not a command", "{; is not right JSON",
            "{\"state\":\"ON\"} x; is not right JSON",
            "{\"state\":\"ON\",\"state\":\"OFF\"}; is not right JSON", "[]; is not a command", "{}; wishes for nothing",
            "{\"id\":\"a\"}; wishes for nothing",
            "{\"id\":\"a\",\"efect\":\"flame\"}; none of its keys changes a light; unknown keys: efect",
            "{\"state\":\"MAYBE\"}; state: is ON, OFF or TOGGLE, not 'MAYBE'",
            "{\"state\":true}; state: takes a text",
            "{\"brightness\":256}; brightness: takes a number from 0 to 255, not 256",
            "{\"brightness\":\"50\"}; brightness: takes a number from 0 to 255, not \"50\"",
            "{\"brightness\":null}; brightness: takes a number",
            "{\"brightness\":1,\"brightness_pct\":2}; brightness: cannot be given together with brightness_pct",
            "{\"color\":{\"h\":210}}; color.s: is missing",
            "{\"color\":{\"h\":361,\"s\":1}}; color.h: takes a number from 0 to 360",
            "{\"color\":{}}; color: is a LIFX colour string or an object",
            "{\"color\":7}; color: is a LIFX colour string or an object",
            "{\"color\":\"mauve\"}; color: 'mauve' is not a LIFX colour",
            "{\"color_temp\":1200}; color_temp: lies between 1500 and 9000 K",
            "{\"color_temp\":0}; color_temp: lies between",
            "{\"color\":\"red\",\"color_temp\":2700}; color: cannot be given together",
            "{\"transition\":-1,\"state\":\"ON\"}; transition: takes a number from 0",
            "{\"infrared\":2}; infrared: takes a number from 0 to 1",
            "{\"state\":\"TOGGLE\",\"brightness\":5}; state: TOGGLE cannot be combined",
            "{\"state\":\"TOGGLE\",\"effect\":\"flame\"}; state: TOGGLE cannot be combined",
            "{\"saturation_step\":1.5}; saturation_step: takes a number from -1 to 1",
            "{\"infrared_step\":-2}; infrared_step: takes a number from -1 to 1",
            "{\"id\":5,\"state\":\"ON\"}; id: takes a text"})
    void parse_aWrongValue_isRefusedWholeSayingWhatAndWhere(String payload, String line) {
        assertThat(parse(payload)).isInstanceOfSatisfying(Parsed.Rejected.class,
                it -> assertThat(it.line()).contains(line).doesNotContain("\n"));
    }

    @Test
    void parse_unknownKeys_areNamed() {
        assertThat(parse("{\"state\":\"ON\",\"sparkle\":1,\"id\":\"hall-7\"}"))
                .isInstanceOfSatisfying(Parsed.Accepted.class, it -> {
                    var wish = (Wish) it.value();
                    assertThat(wish.ignored()).containsExactly("sparkle");
                    assertThat(wish.id()).contains("hall-7");
                });
    }

    @Test
    void parse_unknownKeysInside_areNamedWithTheirPlace() {
        assertThat(parse("{\"color\":{\"r\":1,\"g\":2,\"b\":3,\"w\":4}}")).isInstanceOfSatisfying(Parsed.Accepted.class,
                it -> assertThat(((Wish) it.value()).ignored()).containsExactly("color.w"));
    }

    @Test
    void parse_tooLongOrNotText_isRefused() {
        assertThat(CommandPayload.text(new byte[20_000])).isInstanceOf(Parsed.Rejected.class);
        assertThat(CommandPayload.text(new byte[]{(byte) 0xc3, 0x28})).isInstanceOf(Parsed.Rejected.class);
    }

    @Test
    void parse_randomBytesAndBrokenCommands_neverThrows() {
        Seeded.check(any -> {
            var bytes = new byte[any.random().nextInt(64)];
            any.random().nextBytes(bytes);
            assertThat(parse(bytes)).isNotNull();
            for (var text : GOOD) {
                var good = text.getBytes(StandardCharsets.UTF_8);
                good[any.random().nextInt(good.length)] = (byte) any.random().nextInt(256);
                assertThat(parse(good)).isNotNull();
            }
        });
    }

    private static Parsed<Wish> parse(String payload) {
        return parse(payload.getBytes(StandardCharsets.UTF_8));
    }

    private static Parsed<Wish> parse(byte[] payload) {
        return CommandPayload.text(payload).then(text -> CommandPayload.parse(text, new Palette().reader()));
    }
}
