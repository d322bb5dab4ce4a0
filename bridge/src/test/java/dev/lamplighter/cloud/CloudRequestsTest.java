package dev.lamplighter.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamplighter.control.Way.Part;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

final class CloudRequestsTest {
    private static final LightId DESK = new LightId("d073d5001337");
    private static final LightId SHELF = new LightId("d073d528d80f");

    @Test
    void lights_always_asksForAllInOneCall() {
        assertThat(CloudRequests.lights())
                .isEqualTo(new CloudRequest("GET", List.of("lights", "all"), Optional.empty()));
    }

    static Stream<Arguments> changes() {
        return Stream.of(Arguments.of(Change.NONE, "{'duration':0}"),
                Arguments.of(Change.to(Power.ON), "{'power':'on','duration':0}"),
                Arguments.of(Change.to(Power.OFF).withInfrared(Level.FULL),
                        "{'power':'off','infrared':1,'duration':0}"),
                Arguments.of(Change.to(new Level(0.6)), "{'brightness':0.6,'duration':0}"),
                Arguments.of(Change.to(Level.NONE), "{'brightness':0,'duration':0}"),
                Arguments.of(Change.to(new Level(0.0001)), "{'brightness':0.0001,'duration':0}"),
                Arguments.of(Change.to(new Level(1e-9)), "{'brightness':0,'duration':0}"),
                Arguments.of(Change.to(new Level(128 / 255.0)), "{'brightness':0.501961,'duration':0}"),
                Arguments.of(Change.to(new Color.White(2700)), "{'color':'kelvin:2700','duration':0}"),
                Arguments.of(Change.to(new Color.Hue(210, 0.8)),
                        "{'color':'hue:210 saturation:0.8','duration':0}"),
                Arguments.of(Change.to(new Color.Hue(0.0001, 1)),
                        "{'color':'hue:0.0001 saturation:1','duration':0}"),
                Arguments.of(Change.to(new Color.Hue(100 / 3.0, 1 / 3.0)),
                        "{'color':'hue:33.3333 saturation:0.333333','duration':0}"),
                Arguments.of(Change.to(Power.ON).over(Fade.ofSeconds(0.5)), "{'power':'on','duration':0.5}"),
                Arguments.of(Change.to(Power.ON).over(new Fade(Fade.LONGEST)),
                        "{'power':'on','duration':3155760000}"),
                Arguments.of(
                        Change.to(Power.ON).with(new Level(0.5)).with(new Color.Hue(359.5, 1)).withInfrared(Level.NONE)
                                .over(Fade.ofSeconds(2)),
                        "{'power':'on','color':'hue:359.5 saturation:1','brightness':0.5,'infrared':0,'duration':2}"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("changes")
    void apply_oneLight_setsItsState(Change change, String body) {
        assertThat(CloudRequests.apply(List.of(new Part(DESK, change))))
                .isEqualTo(put(List.of("lights", "id:d073d5001337", "state"), body));
    }

    @Test
    void apply_severalLightsAlike_shareOneSelector() {
        var change = Change.to(Power.ON);
        assertThat(CloudRequests.apply(List.of(new Part(SHELF, change), new Part(DESK, change)))).isEqualTo(
                put(List.of("lights", "id:d073d528d80f,id:d073d5001337", "state"), "{'power':'on','duration':0}"));
    }

    @Test
    void apply_lightsApart_goAsOneCallWithAnEntryEach() {
        var parts = List.of(new Part(DESK, Change.to(Power.ON)),
                new Part(SHELF, Change.to(new Color.White(2700)).over(Fade.ofSeconds(1))));
        assertThat(CloudRequests.apply(parts)).isEqualTo(put(List.of("lights", "states"),
                "{'states':[{'selector':'id:d073d5001337','power':'on','duration':0},"
                        + "{'selector':'id:d073d528d80f','color':'kelvin:2700','duration':1}]}"));
    }

    @Test
    void apply_twentyFiveAlike_areOneList() {
        assertThat(CloudRequests.apply(alike(25)).path().getLast()).isEqualTo("state");
    }

    @Test
    void apply_twentySixAlike_areTwoLists() {
        var request = CloudRequests.apply(alike(26));
        assertThat(request.path().getLast()).isEqualTo("states");
        assertThat(selectors(request)).map(List::size).containsExactly(25, 1);
    }

    @Test
    void apply_noneOrTooMany_isABugOfTheCaller() {
        assertThatThrownBy(() -> CloudRequests.apply(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CloudRequests.apply(alike(51))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void apply_randomParts_coverEachLightOnceWithinTheLimits() {
        var random = new SplittableRandom(7);
        for (var round = 0; round < 300; round++) {
            var kinds = random.nextInt(1, 51);
            var parts = IntStream.range(0, random.nextInt(1, 51))
                    .mapToObj(n -> new Part(light(n), Change.to(new Level(random.nextInt(kinds) / 100.0)))).toList();
            var request = CloudRequests.apply(parts);
            assertThat(selectors(request)).hasSizeLessThanOrEqualTo(50)
                    .allSatisfy(list -> assertThat(list).hasSizeLessThanOrEqualTo(25));
            assertThat(sent(request)).containsExactlyInAnyOrderElementsOf(
                    parts.stream().map(part -> part.light() + "=" + part.change().level().orElseThrow().fraction())
                            .toList());
        }
    }

    /** The selector lists of a request. */
    private static List<List<String>> selectors(CloudRequest request) {
        return states(request).stream().map(state -> list(request, state)).toList();
    }

    /** Each light of a request with the brightness that it gets. */
    private static List<String> sent(CloudRequest request) {
        var sent = new ArrayList<String>();
        for (var state : states(request)) {
            list(request, state).forEach(
                    light -> sent.add(light.replace("id:", "") + "=" + state.path("brightness").doubleValue()));
        }
        return sent;
    }

    private static List<JsonNode> states(CloudRequest request) {
        var body = Json.read(request.json().orElseThrow()).orElseThrow();
        return body.has("states") ? body.path("states").valueStream().toList() : List.of(body);
    }

    private static List<String> list(CloudRequest request, JsonNode state) {
        var selector = state.path("selector").asString(request.path().get(1));
        return Arrays.asList(selector.split(",", -1));
    }

    private static List<Part> alike(int count) {
        return IntStream.range(0, count).mapToObj(n -> new Part(light(n), Change.to(Power.ON))).toList();
    }

    private static LightId light(int n) {
        return new LightId("d073d5%06x".formatted(n));
    }

    private static CloudRequest put(List<String> path, String body) {
        return new CloudRequest("PUT", path, Optional.of(body.replace('\'', '"')));
    }
}
