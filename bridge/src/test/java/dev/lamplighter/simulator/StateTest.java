package dev.lamplighter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Power;
import java.util.ArrayList;
import okhttp3.Credentials;
import okhttp3.FormBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StateTest {
    private static final String DESK = "/v1/lights/label:Desk%20Lamp/state";

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
    void list_oneLight_hasLifxsShape() throws Exception {
        var got = home.get("/v1/lights/id%3Ad073d5001337");
        assertThat(got.text()).isEqualTo("""
                [{"id":"d073d5001337","uuid":"%s","label":"Desk Lamp","connected":true,"power":"on",\
                "color":{"hue":0,"saturation":0,"kelvin":3500},"brightness":0.49999237048905165,"effect":"OFF",\
                "group":{"id":"6f1d0e2b9c8a4f7d8e5b3a2c1d0e9f8a","name":"Office"},\
                "location":{"id":"a1b2c3d4e5f60718293a4b5c6d7e8f90","name":"Home"},\
                "product":{"name":"LIFX A19","identifier":"lifx_a19","company":"LIFX","vendor_id":1,"product_id":27,\
                "capabilities":{"has_color":true,"has_variable_color_temp":true,"has_ir":false,"has_hev":false,\
                "has_chain":false,"has_matrix":false,"has_multizone":false,"min_kelvin":2500,"max_kelvin":9000}},\
                "last_seen":"2026-11-22T10:00:00Z","seconds_since_seen":0}]"""
                .formatted(got.json().get(0).get("uuid").stringValue()));
    }

    @Test
    void list_stripAndNightVision_haveZonesAndInfrared() throws Exception {
        var strip = home.get("/v1/lights/label:Shelf%20Strip").json().get(0);
        assertThat(strip.get("zones").get("count").intValue()).isEqualTo(16);
        assertThat(strip.get("zones").get("zones").get(15).get("zone").intValue()).isEqualTo(15);
        assertThat(home.get("/v1/lights/label:Porch").json().get(0).get("infrared").intValue()).isZero();
    }

    @Test
    void state_color_isCutDownAndLeavesPowerAlone() throws Exception {
        home.put(DESK, "{\"power\":\"off\"}");
        home.put(DESK, "{\"color\":\"hue:60 saturation:0.01 brightness:1\",\"brightness\":0.3,\"duration\":0}");
        var look = home.light("Desk Lamp").look();
        assertThat(look.power()).isEqualTo(Power.OFF);
        assertThat(look.color()).isEqualTo(new Hsbk(10_922, 655, 19_660, 3500));
    }

    @Test
    void state_colorOnWhiteLight_staysWhiteWithinItsRange() throws Exception {
        home.put("/v1/lights/group:Bedroom/state", "{\"color\":\"red kelvin:9000 saturation:1\"}");
        assertThat(home.light("Bedside").look().color()).isEqualTo(new Hsbk(0, 0, 32_767, 6500));
        assertThat(home.light("Candle").look().color()).isEqualTo(new Hsbk(0, 65_535, 32_767, 9000));
    }

    @Test
    void state_infrared_isKeptOnlyWhereThereIsSome() throws Exception {
        home.put("/v1/lights/all/state", "{\"infrared\":1}");
        assertThat(home.light("Porch").look().infrared()).isEqualTo(65_535);
        assertThat(home.light("Desk Lamp").look().infrared()).isZero();
    }

    @Test
    void state_zones_paintOnlyThose() throws Exception {
        home.put("/v1/lights/label:Shelf%20Strip%7C0-2%7C99/state", "{\"color\":\"green\"}");
        var zones = home.light("Shelf Strip").look().zones();
        assertThat(zones).hasSize(16);
        assertThat(zones.get(2).saturation()).isEqualTo(65_535);
        assertThat(zones.get(3).saturation()).isZero();
        home.put("/v1/lights/label:Shelf%20Strip/state", "{\"brightness\":1}");
        assertThat(home.light("Shelf Strip").look().zones()).allMatch(zone -> zone.brightness() == 65_535);
        assertThat(home.light("Shelf Strip").look().zones().get(2).saturation()).isEqualTo(65_535);
    }

    @Test
    void state_fast_isAcceptedWithoutAWord() throws Exception {
        var got = home.put(DESK, "{\"power\":\"off\",\"fast\":true}");
        assertThat(got.status()).isEqualTo(202);
        assertThat(got.text()).isEmpty();
        assertThat(home.light("Desk Lamp").look().power()).isEqualTo(Power.OFF);
    }

    @Test
    void state_unknownField_isDoneWithAWarning() throws Exception {
        var got = home.put(DESK, "{\"power\":\"off\",\"transition\":\"2\"}");
        assertThat(got.status()).isEqualTo(207);
        assertThat(got.json().get("warnings"))
                .hasToString("[{\"warning\":\"Unknown params\",\"unknown_params\":{\"transition\":\"2\"}}]");
        assertThat(home.light("Desk Lamp").look().power()).isEqualTo(Power.OFF);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{\"power\":\"dim\"}; power",
            "{\"power\":\"off\",\"brightness\":1.01}; brightness",
            "{\"brightness\":-0.1}; brightness", "{\"brightness\":\"bright\"}; brightness",
            "{\"color\":\"mauve\"}; color",
            "{\"color\":7}; color", "{\"duration\":-1}; duration", "{\"duration\":3155760001}; duration",
            "{\"infrared\":2}; infrared", "{\"fast\":\"maybe\"}; fast"})
    void state_badField_isRefusedWhole(String body, String field) throws Exception {
        var got = home.put(DESK, body);
        assertThat(got.status()).isEqualTo(422);
        assertThat(got.text()).isEqualTo(
                "{\"error\":\"%1$s is invalid\",\"errors\":[{\"field\":\"%1$s\",\"message\":[\"is invalid\"]}]}"
                        .formatted(field));
        assertThat(home.light("Desk Lamp").look().power()).isEqualTo(Power.ON);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"PUT; /v1/lights/all/state; {\"power\":; 400",
            "PUT; /v1/lights/all/state; [1]; 400", "GET; /v1/lights/label:Nobody; {}; 404",
            "PUT; /v1/lights/label:Desk+Lamp/state; {}; 404", "GET; /v1/lights/what; {}; 422",
            "GET; /v1/lights; {}; 404", "GET; /v2/lights/all; {}; 404", "DELETE; /v1/lights/all; {}; 404",
            "POST; /v1/lights/all/effects/dance; {}; 404"})
    void request_thatMakesNoSense_getsItsStatus(String method, String path, String body, int status) throws Exception {
        var got = home.call(method, path, body);
        assertThat(got.status()).isEqualTo(status);
        assertThat(got.json().get("error").stringValue()).isNotEmpty();
    }

    @Test
    void state_asForm_isUnderstood() throws Exception {
        var form = new FormBody.Builder().add("power", "off").add("brightness", "0.25").add("fast", "false").build();
        assertThat(home.call(home.request(DESK).put(form).build()).status()).isEqualTo(207);
        assertThat(home.light("Desk Lamp").look().power()).isEqualTo(Power.OFF);
        assertThat(home.light("Desk Lamp").look().color().brightness()).isEqualTo(16_383);
    }

    @Test
    void token_inBasicForm_isTaken() throws Exception {
        var basic = home.request("/v1/lights/all").header("Authorization", Credentials.basic("c0ffee", "")).build();
        assertThat(home.call(basic).status()).isEqualTo(200);
    }

    @Test
    void token_wrongOrMissing_is401AndChangesNothing() throws Exception {
        for (var login : new String[]{"Bearer decaf", "Bearer ", "c0ffee", Credentials.basic("decaf", "")}) {
            var wrong = home.request("/v1/lights/all").header("Authorization", login).build();
            assertThat(home.call(wrong).status()).isEqualTo(401);
        }
        assertThat(home.call(home.request("/v1/lights/all").removeHeader("Authorization").build()).status())
                .isEqualTo(401);
    }

    @Test
    void states_manyEntries_areEchoedWithDefaultsMerged() throws Exception {
        var got = home.put("/v1/lights/states", """
                {"states":[{"selector":"label:Desk Lamp","power":"off"},
                           {"selector":"group:Hall","brightness":1,"duration":2},{"selector":"label:Nobody"}],
                 "defaults":{"duration":0.5,"brightness":0.2},"fast":true}""");
        assertThat(got.status()).isEqualTo(207);
        assertThat(got.text()).isEqualTo("""
                {"results":[{"operation":{"selector":"label:Desk Lamp","power":"off","duration":0.5,"brightness":0.2},\
                "results":[{"id":"d073d5001337","label":"Desk Lamp","status":"ok"}]},\
                {"operation":{"selector":"group:Hall","brightness":1,"duration":2},\
                "results":[{"id":"d073d5003b01","label":"Porch","status":"ok"},\
                {"id":"d073d5003b02","label":"Hall Light","status":"ok"}]},\
                {"operation":{"selector":"label:Nobody","duration":0.5,"brightness":0.2},"results":[]}]}""");
        assertThat(home.light("Desk Lamp").look().power()).isEqualTo(Power.OFF);
        assertThat(home.light("Desk Lamp").look().color().bright()).isEqualTo(13_107 / 65_535.0);
        assertThat(home.light("Porch").look().color().bright()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{}; states is missing", "{\"states\":[]}; states must have 1 to 50 entries",
            "{\"states\":[1]}; states is invalid", "{\"states\":[{\"power\":\"on\"}]}; selector is missing",
            "{\"states\":[{\"selector\":\"all\",\"power\":\"off\"},{\"selector\":\"all\",\"brightness\":2}]}; "
                    + "brightness is invalid"})
    void states_bad_areRefusedWhole(String body, String error) throws Exception {
        var got = home.put("/v1/lights/states", body);
        assertThat(got.status()).isEqualTo(422);
        assertThat(got.json().get("error").stringValue()).isEqualTo(error);
        assertThat(home.light("Desk Lamp").look().power()).isEqualTo(Power.ON);
    }

    @Test
    void states_50AreTaken_51AreNot() throws Exception {
        var entries = new ArrayList<String>();
        for (var count = 0; count < 50; count++) {
            entries.add("{\"selector\":\"label:Desk Lamp\",\"power\":\"off\"}");
        }
        assertThat(home.put("/v1/lights/states", "{\"states\":" + entries + "}").status()).isEqualTo(207);
        entries.add("{\"selector\":\"all\"}");
        assertThat(home.put("/v1/lights/states", "{\"states\":" + entries + "}").status()).isEqualTo(422);
    }
}
