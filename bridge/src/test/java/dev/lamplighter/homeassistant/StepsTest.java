package dev.lamplighter.homeassistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class StepsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DEVICE = "homeassistant/device/lamp/config";
    private static final String SINGLE = "homeassistant/light/lamp/light/config";
    private static final String OTHER = "homeassistant/button/lamp/identify/config";
    private static final String LIGHT = "\"light\":{\"platform\":\"light\",\"unique_id\":\"lamp_light\"}";

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    private static JsonNode device(String components) {
        return json("{\"components\":{" + components + "}}");
    }

    /** Each step as it goes out, one after the other, until nothing is left to do. */
    private static List<String> walk(Map<String, JsonNode> from, Map<String, JsonNode> to) {
        var published = new LinkedHashMap<>(from);
        var said = new ArrayList<String>();
        for (var steps = Steps.between(published, to); !steps.isEmpty(); steps = Steps.between(published, to)) {
            steps.getFirst().forEach((topic, message) -> {
                said.add(topic + " " + message.map(JsonNode::toString).orElse(""));
                message.ifPresentOrElse(it -> published.put(topic, it), () -> published.remove(topic));
            });
            said.add("-");
            assertThat(said).as("it comes to an end").hasSizeLessThan(20);
        }
        assertThat(published).isEqualTo(to);
        return said;
    }

    @Test
    void fromNothing_isOneStep() {
        var wished = device(LIGHT);
        assertThat(walk(Map.of(), Map.of(DEVICE, wished))).containsExactly(DEVICE + " " + wished, "-");
    }

    @Test
    void whatIsPublishedAlready_isNotSaidAgain() {
        assertThat(walk(Map.of(DEVICE, device(LIGHT)), Map.of(DEVICE, device(LIGHT)))).isEmpty();
    }

    @Test
    void toNothing_takesAllAway() {
        assertThat(walk(Map.of(DEVICE, device(LIGHT)), Map.of())).containsExactly(DEVICE + " ", "-");
    }

    @Test
    void lostEntity_isReducedToItsPlatformFirst() {
        var before = device(LIGHT + ",\"clean\":{\"platform\":\"button\",\"unique_id\":\"lamp_clean\"}");
        assertThat(walk(Map.of(DEVICE, before), Map.of(DEVICE, device(LIGHT)))).containsExactly(
                DEVICE + " " + device(LIGHT + ",\"clean\":{\"platform\":\"button\"}"), "-",
                DEVICE + " " + device(LIGHT), "-");
    }

    @Test
    void otherMode_keepsEntitiesWhileTheyMove() {
        var single = json("{\"unique_id\":\"lamp_light\"}");
        var marker = "{\"migrate_discovery\":true}";
        assertThat(walk(Map.of(SINGLE, single), Map.of(DEVICE, device(LIGHT)))).containsExactly(
                SINGLE + " " + marker, "-", SINGLE + " ", "-", DEVICE + " " + device(LIGHT), "-");
        assertThat(walk(Map.of(DEVICE, device(LIGHT)), Map.of(SINGLE, single))).containsExactly(
                DEVICE + " " + marker, "-", DEVICE + " ", "-", SINGLE + " " + single, "-");
    }

    @Test
    void lostSingleMessage_isTakenAwayAlone() {
        var single = json("{\"unique_id\":\"lamp_light\"}");
        var other = json("{\"unique_id\":\"lamp_identify\"}");
        assertThat(walk(Map.of(SINGLE, single, OTHER, other), Map.of(SINGLE, single))).containsExactly(OTHER + " ",
                "-");
    }
}
