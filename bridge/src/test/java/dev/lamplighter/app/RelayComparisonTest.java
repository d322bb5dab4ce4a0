package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.app.RelayHome.Got;
import dev.lamplighter.web.relay.BoardLogins;
import dev.lamplighter.web.relay.RelaySettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The same request gets the same status and the same shape of answer from the simulated LIFX Cloud and from the relay. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelayComparisonTest {
    private static final String DESK = "/v1/lights/id:d073d5001337";
    private static final String STRIP = "/v1/lights/label:Shelf%20Strip";
    private static final String EVENING = "/v1/scenes/scene_id:3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11/activate";
    /** What LIFX tells of lights and scenes and the bridge does not know. */
    private static final Set<String> UNKNOWN = Set.of("[].product.product_id", "[].created_at", "[].updated_at");

    private RelayHome home;

    private record Ask(String method, String path, String body) {
        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    private static final List<Ask> ASKS = List.of(
            get("/v1/lights/all"), get(DESK), get("/v1/lights/label:Desk%20Lamp"), get("/v1/lights/group:Office"),
            get("/v1/lights/group_id:6f1d0e2b9c8a4f7d8e5b3a2c1d0e9f8a"), get("/v1/lights/location:Home"),
            get("/v1/lights/scene_id:3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11"), get("/v1/lights/all:random"),
            get("/v1/lights/label:Desk%20Lamp,label:Porch"), get("/v1/lights/id%3Ad073d5001337"),
            get("/v1/lights/label:Nobody"), get("/v1/lights/nonsense"), get("/v1/lights"), get("/v1/nothing"),
            get("/v1/lights/all/state"), put("/v1/lights/all", "{}"),
            put(DESK + "/state", "{\"power\":\"on\",\"brightness\":0.4,\"duration\":0}"),
            put(DESK + "/state", "{\"color\":\"hue:120\",\"duration\":0}"),
            put(DESK + "/state", "{\"color\":\"RED\",\"duration\":0}"),
            put(DESK + "/state", "power=on&color=%23ff8000&duration=0"),
            put(DESK + "/state", "{\"power\":\"on\",\"fast\":true}"), put(DESK + "/state", "{}"),
            put(DESK + "/state", "{\"power\":\"on\",\"transition\":\"2\"}"),
            put(DESK + "/state", "{\"brightness\":1.5}"),
            put(DESK + "/state", "{\"brightness\":2,\"power\":\"maybe\"}"),
            put(DESK + "/state", "{\"color\":\"beige\"}"), put(DESK + "/state", "{\"color\":\"\"}"),
            put(DESK + "/state", "{\"power\":"), put(DESK + "/state", "{\"duration\":-1}"),
            put("/v1/lights/label:Nobody/state", "{\"power\":\"on\"}"),
            put(STRIP + "%7C0-3/state", "{\"color\":\"blue\",\"duration\":0}"),
            put("/v1/lights/all/state", "{\"color\":\"green\",\"duration\":0}"),
            put("/v1/lights/states", "{\"states\":[{\"selector\":\"label:Desk Lamp\",\"power\":\"on\"},"
                    + "{\"selector\":\"group:Hall\",\"brightness\":0.5}],\"defaults\":{\"duration\":0}}"),
            put("/v1/lights/states", "{\"states\":[{\"selector\":\"label:Nobody\",\"power\":\"on\"}]}"),
            put("/v1/lights/states", "{\"states\":[{\"power\":\"on\"}]}"), put("/v1/lights/states", "{\"states\":[]}"),
            put("/v1/lights/states", "{}"),
            put("/v1/lights/states",
                    "{\"states\":[{\"selector\":\"all\",\"power\":\"on\",\"duration\":0}],\"fast\":true}"),
            post(DESK + "/state/delta", "{\"brightness\":-0.1,\"duration\":0}"),
            post(DESK + "/state/delta", "{\"hue\":500}"), post(DESK + "/state/delta", "{\"hue\":20,\"fast\":true}"),
            post(DESK + "/toggle", "{\"duration\":0}"), post(DESK + "/toggle", ""),
            post("/v1/lights/group:Office/toggle", ""), post(DESK + "/toggle", "{\"duration\":\"soon\"}"),
            post(DESK + "/cycle",
                    "{\"states\":[{\"brightness\":1},{\"brightness\":0.4}],\"defaults\":{\"duration\":0}}"),
            post(DESK + "/cycle", "{\"states\":[{\"brightness\":1}]}"), post(DESK + "/cycle", "{}"),
            post("/v1/lights/label:Mirror/clean", "{\"duration\":60}"),
            post("/v1/lights/label:Mirror/clean", "{\"stop\":true}"), post(DESK + "/clean", "{}"),
            post(DESK + "/effects/breathe", "{\"color\":\"red\",\"period\":0.1,\"cycles\":1}"),
            post(DESK + "/effects/breathe", "{}"), post(DESK + "/effects/breathe", "{\"color\":\"red\",\"peak\":2}"),
            post(DESK + "/effects/pulse", "color=red&period=0.1&power_on=false"),
            post(DESK + "/effects/pulse", "{\"color\":\"saturation:0.5\",\"period\":0.1}"),
            post(STRIP + "/effects/move", "{\"direction\":\"backward\",\"period\":2}"),
            post(STRIP + "/effects/move", "{\"direction\":\"up\"}"),
            post("/v1/lights/label:Candle/effects/morph", "{\"palette\":[\"red\",\"blue\"],\"duration\":0}"),
            post("/v1/lights/label:Candle/effects/morph", "{\"palette\":[\"mud\"]}"),
            post("/v1/lights/label:Candle/effects/flame", "{\"period\":3}"),
            post("/v1/lights/label:Candle/effects/clouds", "{\"duration\":0}"),
            post("/v1/lights/label:Candle/effects/sunrise", "{\"duration\":0}"),
            post("/v1/lights/label:Candle/effects/sunset", "{\"duration\":0}"), post(DESK + "/effects/move", "{}"),
            post("/v1/lights/all/effects/off", "{\"power_off\":false}"), post(DESK + "/effects/dance", "{}"),
            get("/v1/scenes"), put(EVENING, "{\"duration\":0}"), put(EVENING, ""),
            put(EVENING, "{\"ignore\":[\"power\"],\"overrides\":{\"brightness\":0.5},\"fast\":true}"),
            put(EVENING, "{\"ignore\":[\"taste\"]}"),
            put("/v1/scenes/scene_id:00000000-0000-4000-8000-000000000000/activate", "{}"),
            put("/v1/scenes/label:Evening/activate", "{}"), get("/v1/color?string=blue%20saturation:0.5"),
            get("/v1/color?string=kelvin:2700"), get("/v1/color?string=%23ff8000"), get("/v1/color?string=beige"),
            get("/v1/color"));

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        home = new RelayHome(folder, BoardLogins.NONE, RelaySettings.STANDARD);
    }

    @AfterAll
    void close() {
        home.close();
    }

    @TestFactory
    List<DynamicTest> request_toBoth_isAnsweredAlike() {
        return ASKS.stream().map(ask -> DynamicTest.dynamicTest(ask.toString(), () -> {
            var lifx = home.account(ask.method, ask.path, ask.body);
            var relay = home.relay(ask.method, ask.path, ask.body);
            assertThat(relay.status()).as(relay.text() + " instead of " + lifx.text()).isEqualTo(lifx.status());
            assertThat(shape(relay)).isEqualTo(shape(lifx));
            assertThat(statuses(relay)).isEqualTo(statuses(lifx));
        })).toList();
    }

    private static Set<String> shape(Got got) {
        var shape = new TreeSet<String>();
        if (!got.text().isEmpty()) {
            add(shape, "", got.json());
        }
        shape.removeAll(UNKNOWN);
        return shape;
    }

    private static void add(Set<String> shape, String at, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(field -> add(shape, at + "." + field.getKey(), field.getValue()));
        } else if (node.isArray()) {
            // Warnings of our own say what a light cannot do.
            node.forEach(one -> add(shape, at + "[]", one));
        } else if (!at.startsWith(".warnings")) {
            shape.add(at.startsWith("[].") ? at : at.substring(Math.min(1, at.length())) + " " + node.getNodeType());
        }
    }

    private static List<String> statuses(Got got) {
        return got.text().isEmpty() ? List.of() : got.json().findValuesAsString("status");
    }

    private static Ask get(String path) {
        return new Ask("GET", path, "");
    }

    private static Ask put(String path, String body) {
        return new Ask("PUT", path, body);
    }

    private static Ask post(String path, String body) {
        return new Ask("POST", path, body);
    }
}
