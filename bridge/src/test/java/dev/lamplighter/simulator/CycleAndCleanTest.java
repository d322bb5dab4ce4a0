package dev.lamplighter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Power;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CycleAndCleanTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final String CYCLE = "/v1/lights/label:Desk%20Lamp/cycle";
    private static final String THREE = """
            {"states":[{"brightness":1},{"brightness":0.4},{"power":"off","brightness":0.4}],
             "defaults":{"power":"on","duration":0},"direction":"%s"}""";

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private Home home;

    @BeforeEach
    void open() throws Exception {
        home = Home.open(SimulatorSettings.standard(Home.TOKEN), now::get);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @ParameterizedTest
    @CsvSource({"forward,ON 1.0>ON 0.4>OFF 0.4>ON 1.0", "backward,ON 1.0>OFF 0.4>ON 0.4>ON 1.0"})
    void cycle_stepsThroughAndStartsAgain(String direction, String steps) throws Exception {
        var seen = new ArrayList<String>();
        for (var step = 0; step < 4; step++) {
            assertThat(home.post(CYCLE, THREE.formatted(direction)).status()).isEqualTo(207);
            seen.add(shown("Desk Lamp"));
        }
        assertThat(String.join(">", seen)).isEqualTo(steps);
    }

    @Test
    void cycle_comparesEachLightForItself() throws Exception {
        home.put("/v1/lights/label:Desk%20Lamp/state", "{\"brightness\":1}");
        var got = home.post("/v1/lights/label:Desk%20Lamp,label:Mirror/cycle", THREE.formatted("forward"));
        assertThat(got.json().get("results")).hasSize(2);
        assertThat(List.of(shown("Desk Lamp"), shown("Mirror"))).containsExactly("ON 0.4", "ON 1.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{}; states is missing", "{\"states\":[{}]}; states must have 2 to 10 entries",
            "{\"states\":[{},{},{},{},{},{},{},{},{},{},{}]}; states must have 2 to 10 entries",
            "{\"states\":[{},{\"brightness\":7}]}; brightness is invalid",
            "{\"states\":[{},{}],\"direction\":\"up\"}; direction is invalid"})
    void cycle_badList_is422(String body, String error) throws Exception {
        var got = home.post(CYCLE, body);
        assertThat(got.status()).isEqualTo(422);
        assertThat(got.json().get("error").stringValue()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{}; 7200", "{\"duration\":0}; 7200", "{\"duration\":90}; 90"})
    void clean_runsWhereItCan_untilItsTimeIsOver(String body, int seconds) throws Exception {
        assertThat(home.post("/v1/lights/all/clean", body).status()).isEqualTo(207);
        var end = START.plusSeconds(seconds);
        assertThat(home.light("Mirror").course().cleaning()).contains(new Course.Cleaning(START, end));
        assertThat(home.light("Desk Lamp").course().cleaning()).isEmpty();
        assertThat(home.light("Mirror").at(end.minusMillis(1)).course().cleaning()).isPresent();
        assertThat(home.light("Mirror").at(end).course().cleaning()).isEmpty();
    }

    @Test
    void clean_stopped_ends() throws Exception {
        home.post("/v1/lights/label:Mirror/clean", "{}");
        home.put("/v1/lights/label:Mirror/state", "{\"power\":\"off\"}");
        assertThat(home.light("Mirror").course().cleaning()).isPresent();
        home.post("/v1/lights/label:Mirror/clean", "{\"stop\":true}");
        assertThat(home.light("Mirror").course().cleaning()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"all; {\"stop\":\"now\"}; 422", "all; {\"duration\":-1}; 422",
            "label:Nobody; {}; 404"})
    void clean_badRequest_getsItsStatus(String selector, String body, int status) throws Exception {
        assertThat(home.post("/v1/lights/" + selector + "/clean", body).status()).isEqualTo(status);
    }

    private String shown(String label) {
        var look = home.light(label).look();
        return (look.power() == Power.ON ? "ON " : "OFF ") + Math.round(look.color().bright() * 10) / 10.0;
    }
}
