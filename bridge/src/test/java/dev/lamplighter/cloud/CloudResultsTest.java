package dev.lamplighter.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Outcome.Done;
import dev.lamplighter.control.Outcome.Unreachable;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.LightId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class CloudResultsTest {
    private static final LightId DESK = new LightId("d073d5001337");
    private static final LightId SHELF = new LightId("d073d528d80f");
    private static final LightId PORCH = new LightId("d073d5a0b1c2");

    @Test
    void read_stateAnswer_givesTheThreeWords() {
        assertThat(CloudResults.read(json(Recorded.text("set-state.json")))).isEqualTo(
                new Done<>(Map.of(DESK, Reach.OK, SHELF, Reach.TIMED_OUT, PORCH, Reach.OFFLINE)));
    }

    @Test
    void read_warnings_areNoResults() {
        assertThat(CloudResults.read(json(Recorded.text("set-state-warning.json"))))
                .isEqualTo(new Done<>(Map.of(DESK, Reach.OK)));
    }

    @Test
    void read_statesAnswer_unfoldsTheOperations() {
        assertThat(CloudResults.read(json(Recorded.text("set-states.json"))))
                .isEqualTo(new Done<>(Map.of(DESK, Reach.OK, SHELF, Reach.OFFLINE)));
    }

    @Test
    void read_bareArray_isTakenToo() {
        var bare = json(Recorded.text("set-states.json")).path("results");
        assertThat(CloudResults.read(bare)).isEqualTo(new Done<>(Map.of(DESK, Reach.OK, SHELF, Reach.OFFLINE)));
        assertThat(CloudResults.read(bare.path(0).path("results"))).isEqualTo(new Done<>(Map.of(DESK, Reach.OK)));
    }

    @ParameterizedTest
    @CsvSource({"'\"ok\"', OK", "'\"timed_out\"', TIMED_OUT", "'\"offline\"', OFFLINE", "'\"pondering\"', TIMED_OUT",
            "'\"OK\"', TIMED_OUT", "null, TIMED_OUT", "7, TIMED_OUT", "{}, TIMED_OUT"})
    void read_status_isAReach(String status, Reach reach) {
        var json = json("{\"results\":[{\"id\":\"d073d5001337\",\"status\":" + status + "}]}");
        assertThat(CloudResults.read(json)).isEqualTo(new Done<>(Map.of(DESK, reach)));
    }

    @Test
    void read_lightSpokenOfTwice_keepsTheWorseWord() {
        var json = json(
                "[{\"id\":\"d073d5001337\",\"status\":\"offline\"},{\"id\":\"d073d5001337\",\"status\":\"ok\"}]");
        assertThat(CloudResults.read(json)).isEqualTo(new Done<>(Map.of(DESK, Reach.OFFLINE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"results\":[]}", "[]",
            "{\"results\":[{\"status\":\"ok\"},null,1,\"x\",{\"id\":\"lamp\"}]}"})
    void read_noLightSpokenOf_isDoneWithoutAny(String text) {
        assertThat(CloudResults.read(json(text))).isEqualTo(new Done<>(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"results\":7}", "7", "\"ok\"", "null"})
    void read_noResults_isNoAnswer(String text) {
        assertThat(CloudResults.read(json(text))).isInstanceOf(Unreachable.class);
    }

    @Test
    void readHasty_lightsNotYetHeardOf_areLeftOut() {
        var json = json(
                "{\"results\":[{\"operation\":{},\"results\":[{\"id\":\"d073d5001337\",\"status\":\"accepted\"},"
                        + "{\"id\":\"d073d528d80f\",\"status\":\"offline\"},{\"id\":\"d073d5a0b1c2\",\"status\":\"ok\"}]}]}");
        assertThat(CloudResults.readHasty(json))
                .isEqualTo(new Done<>(Map.of(SHELF, Reach.OFFLINE, PORCH, Reach.OK)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"results\":7}", "[]", "\"accepted\""})
    void readHasty_noResults_isDoneAllTheSame(String text) {
        assertThat(CloudResults.readHasty(json(text))).isEqualTo(new Done<>(Map.of()));
    }

    private static JsonNode json(String text) {
        return Json.read(text).orElseThrow();
    }
}
