package dev.lamplighter.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Outcome.Done;
import dev.lamplighter.control.Outcome.Refused;
import dev.lamplighter.control.Outcome.Unreachable;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Scene;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class CloudScenesTest {
    private static final UUID EVENING = UUID.fromString("3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11");
    private static final UUID BARE = UUID.fromString("b8d1e6c0-52f4-4c39-8a0e-6f3b1c7d9e20");

    @Test
    void read_list_givesEveryLightOfEveryScene() {
        assertThat(CloudScenes.read(json(Recorded.text("scenes.json")))).isEqualTo(new Done<>(List.of(
                new Scene(EVENING, "Evening",
                        Map.of(Parts.DESK, Change.to(new Level(0.35)).with(new Color.Hue(30, 0.4)), Parts.SHELF,
                                Change.to(Power.OFF), new LightId("d073d5a0b1c2"),
                                Change.to(Power.ON).with(new Color.White(2700)).with(new Level(0.5))
                                        .withInfrared(Level.FULL))),
                new Scene(BARE, BARE.toString(), Map.of()))));
    }

    @Test
    void read_oddList_leavesOutWhatCannotBeActivatedOrNamesNoLight() {
        assertThat(CloudScenes.read(json(Recorded.text("scenes-odd.json"))))
                .isEqualTo(new Done<>(List.of(new Scene(EVENING, "Odd",
                        Map.of(Parts.DESK, Change.to(Power.ON).with(Level.FULL), Parts.SHELF, Change.NONE)))));
    }

    @Test
    void read_none_isNone() {
        assertThat(CloudScenes.read(json("[]"))).isEqualTo(new Done<>(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "7", "null", "\"scenes\""})
    void read_noList_isNoAnswer(String text) {
        assertThat(CloudScenes.read(json(text))).isInstanceOf(Unreachable.class);
    }

    static Stream<Arguments> colors() {
        return Stream.of(
                Arguments.of("{'hue':120,'saturation':1,'brightness':0.5,'kelvin':null}",
                        Change.to(new Color.Hue(120, 1)).with(new Level(0.5))),
                Arguments.of("{'hue':120,'saturation':1}", Change.to(new Color.Hue(120, 1))),
                Arguments.of("{'hue':360,'saturation':'0.25','brightness':null,'kelvin':3500}",
                        Change.to(new Color.Hue(0, 0.25))),
                Arguments.of("{'hue':null,'saturation':0,'brightness':null,'kelvin':2700}",
                        Change.to(new Color.White(2700))),
                Arguments.of("{'kelvin':2700}", Change.to(new Color.White(2700))),
                Arguments.of("{'kelvin':99999,'brightness':2}", Change.to(new Color.White(9000)).with(Level.FULL)),
                Arguments.of("{'saturation':0}", Change.to(new Color.White(Color.NEUTRAL))),
                Arguments.of("{'hue':0,'saturation':0,'brightness':1,'kelvin':null}",
                        Change.to(new Color.White(Color.NEUTRAL)).with(Level.FULL)),
                Arguments.of("{'brightness':0.3}", Change.to(new Level(0.3))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("colors")
    void color_answer_isAChange(String text, Change change) {
        assertThat(CloudScenes.color(json(text.replace('\'', '"')))).isEqualTo(new Done<>(change));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'hue':120}", "{'saturation':1}", "{'saturation':1,'kelvin':3500}", "{}",
            "{'hue':null,'saturation':null,'brightness':null,'kelvin':null}"})
    void color_halfOrNothing_isRefused(String text) {
        assertThat(CloudScenes.color(json(text.replace('\'', '"')))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "null", "\"red\""})
    void color_somethingElse_isNoAnswer(String text) {
        assertThat(CloudScenes.color(json(text))).isInstanceOf(Unreachable.class);
    }

    private static JsonNode json(String text) {
        return Json.read(text).orElseThrow();
    }
}
