package dev.lamplighter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Power;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ActionsTest {
    private static final String EVENING = "scene_id:3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11";

    private Home home;

    @BeforeEach
    void open() throws Exception {
        home = Home.open();
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void toggle_anyOn_turnsAllOff_thenAllOn() throws Exception {
        home.put("/v1/lights/label:Shelf%20Strip/state", "{\"power\":\"off\"}");
        assertThat(home.post("/v1/lights/group:Office/toggle", "").status()).isEqualTo(207);
        assertThat(home.light("Desk Lamp").look().power()).isEqualTo(Power.OFF);
        assertThat(home.light("Shelf Strip").look().power()).isEqualTo(Power.OFF);
        home.post("/v1/lights/group:Office/toggle", "{\"duration\":0}");
        assertThat(home.light("Desk Lamp").look().power()).isEqualTo(Power.ON);
        assertThat(home.light("Shelf Strip").look().power()).isEqualTo(Power.ON);
    }

    @Test
    void delta_stepsAreAddedAndClipped() throws Exception {
        home.put("/v1/lights/label:Desk%20Lamp/state", "{\"color\":\"hue:350 saturation:0.5 brightness:0.9\"}");
        var got = home.post("/v1/lights/label:Desk%20Lamp/state/delta",
                "{\"hue\":20,\"saturation\":-1,\"brightness\":0.5,\"kelvin\":-5000,\"power\":\"off\",\"infrared\":1}");
        assertThat(got.status()).isEqualTo(207);
        var look = home.light("Desk Lamp").look();
        assertThat(look.color().degrees()).isBetween(9.9, 10.0);
        assertThat(look.color().saturation()).isZero();
        assertThat(look.color().brightness()).isEqualTo(65_535);
        assertThat(look.color().kelvin()).isEqualTo(2500);
        assertThat(look.power()).isEqualTo(Power.OFF);
        assertThat(look.infrared()).isZero();
    }

    @Test
    void delta_outOfRange_is422() throws Exception {
        assertThat(home.post("/v1/lights/all/state/delta", "{\"hue\":361}").status()).isEqualTo(422);
        assertThat(home.post("/v1/lights/all/state/delta", "{\"brightness\":-1.5}").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"move,Shelf Strip,Candle,MOVE", "morph,Candle,Shelf Strip,MORPH", "flame,Candle,Desk Lamp,FLAME",
            "clouds,Candle,Desk Lamp,CLOUDS", "sunrise,Candle,Desk Lamp,SUNRISE", "sunset,Candle,Desk Lamp,SUNSET"})
    void effect_runsOnlyWhereItCan_untilSwitchedOff(String effect, String able, String unable, String shown)
            throws Exception {
        assertThat(home.post("/v1/lights/all/effects/" + effect, "{\"period\":2}").status()).isEqualTo(207);
        assertThat(home.light(able).look().effect()).isEqualTo(shown);
        assertThat(home.light(unable).look().effect()).isEqualTo("OFF");
        home.post("/v1/lights/all/effects/off", "{\"power_off\":true}");
        assertThat(home.light(able).look().effect()).isEqualTo("OFF");
        assertThat(home.light(able).look().power()).isEqualTo(Power.OFF);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"move; Shelf Strip; {\"cycles\":0}", "flame; Candle; {\"duration\":0}"})
    void effect_withNothingToRun_stops(String effect, String label, String body) throws Exception {
        home.post("/v1/lights/all/effects/" + effect, "{}");
        home.post("/v1/lights/all/effects/" + effect, body);
        assertThat(home.light(label).look().effect()).isEqualTo("OFF");
    }

    @Test
    void waveform_leavesNoEffect_andItsColorOnlyWhenPersistent() throws Exception {
        var before = home.light("Desk Lamp").look();
        home.post("/v1/lights/label:Desk%20Lamp/effects/pulse",
                "{\"color\":\"red\",\"from_color\":\"blue\",\"cycles\":3}");
        assertThat(home.light("Desk Lamp").look()).isEqualTo(before);
        home.post("/v1/lights/label:Desk%20Lamp/effects/breathe",
                "{\"color\":\"green\",\"persist\":true,\"peak\":0.2}");
        assertThat(home.light("Desk Lamp").look().color().saturation()).isEqualTo(65_535);
        assertThat(home.light("Desk Lamp").look().effect()).isEqualTo("OFF");
    }

    @Test
    void waveform_onADarkLight_lightsItUnlessToldNotTo() throws Exception {
        home.put("/v1/lights/all/state", "{\"power\":\"off\"}");
        home.post("/v1/lights/label:Desk%20Lamp/effects/pulse", "{\"color\":\"red\",\"power_on\":false}");
        assertThat(home.light("Desk Lamp").look().power()).isEqualTo(Power.OFF);
        home.post("/v1/lights/label:Desk%20Lamp/effects/pulse", "{\"color\":\"red\"}");
        assertThat(home.light("Desk Lamp").look().power()).isEqualTo(Power.ON);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"pulse; {}; color is missing",
            "breathe; {\"color\":\"mauve\"}; color is invalid",
            "move; {\"direction\":\"up\"}; direction is invalid",
            "morph; {\"palette\":[\"red\",\"mauve\"]}; palette is invalid"})
    void effect_badField_is422(String effect, String body, String error) throws Exception {
        var got = home.post("/v1/lights/all/effects/" + effect, body);
        assertThat(got.status()).isEqualTo(422);
        assertThat(got.json().get("error").stringValue()).isEqualTo(error);
    }

    @Test
    void scenes_listed_haveLifxsShape() throws Exception {
        var scene = home.get("/v1/scenes").json().get(0);
        assertThat(scene.get("name").stringValue()).isEqualTo("Evening");
        assertThat(scene.get("states").get(0).get("selector").stringValue()).isEqualTo("id:d073d5001337");
        assertThat(scene.get("states").get(0).get("color").get("kelvin").intValue()).isEqualTo(3500);
        assertThat(scene.get("created_at").isIntegralNumber()).isTrue();
    }

    @Test
    void scene_activated_setsItsLights() throws Exception {
        var got = home.put("/v1/scenes/" + EVENING + "/activate", "");
        assertThat(got.status()).isEqualTo(207);
        assertThat(got.json().get("results")).hasSize(3);
        assertThat(home.light("Desk Lamp").look().color()).isEqualTo(Hsbk.of(30, 0.4, 0.35, 3500));
    }

    @Test
    void scene_withIgnoreAndOverrides_keepsAndReplaces() throws Exception {
        home.put("/v1/lights/all/state", "{\"power\":\"off\"}");
        home.put("/v1/scenes/" + EVENING + "/activate",
                "{\"ignore\":[\"power\",\"hue\"],\"overrides\":{\"brightness\":1}}");
        var look = home.light("Desk Lamp").look();
        assertThat(look.power()).isEqualTo(Power.OFF);
        assertThat(look.color()).isEqualTo(Hsbk.of(0, 0.4, 1, 3500));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"scene_id:00000000-0000-0000-0000-000000000000; {}; 404", "all; {}; 422",
            EVENING + "; {\"ignore\":[\"label\"]}; 422", EVENING + "; {\"overrides\":{\"power\":\"dim\"}}; 422",
            EVENING + "; {\"fast\":true}; 202"})
    void scene_badRequest_getsItsStatus(String selector, String body, int status) throws Exception {
        assertThat(home.put("/v1/scenes/" + selector + "/activate", body).status()).isEqualTo(status);
    }

    @Test
    void color_checked_isTakenApart_orRefused() throws Exception {
        assertThat(home.get("/v1/color?string=hue:120%20saturation:1%20brightness:0.5").text())
                .isEqualTo("{\"hue\":120,\"saturation\":1,\"brightness\":0.5,\"kelvin\":null}");
        assertThat(home.get("/v1/color?string=%23ff0000").status()).isEqualTo(200);
        assertThat(home.get("/v1/color?string=mauve").status()).isEqualTo(422);
        assertThat(home.get("/v1/color").status()).isEqualTo(422);
    }
}
