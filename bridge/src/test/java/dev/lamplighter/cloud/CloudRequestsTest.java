package dev.lamplighter.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamplighter.control.Way.Haste;
import dev.lamplighter.control.Way.Meant;
import dev.lamplighter.control.Way.Part;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Selector;
import dev.lamplighter.light.Zones;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CloudRequestsTest {
    private static final LightId DESK = Parts.DESK;
    private static final LightId SHELF = Parts.SHELF;

    @Test
    void lights_always_asksForAllInOneCall() {
        assertThat(CloudRequests.lights())
                .isEqualTo(new CloudRequest("GET", List.of("lights", "all"), Optional.empty()));
    }

    @Test
    void scenesAndColor_always_areRead() {
        assertThat(CloudRequests.scenes()).isEqualTo(new CloudRequest("GET", List.of("scenes"), Optional.empty()));
        assertThat(CloudRequests.color("#ff0000")).isEqualTo(
                new CloudRequest("GET", List.of("color"), Optional.of("#ff0000"), Optional.empty(), false));
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
        assertThat(CloudRequests.apply(List.of(Parts.part(DESK, change)), Haste.CERTAIN))
                .isEqualTo(put(List.of("lights", "id:d073d5001337", "state"), body));
    }

    @Test
    void apply_fast_saysSoForTheWholeRequest() {
        var on = Parts.part(DESK, Change.to(Power.ON));
        assertThat(CloudRequests.apply(List.of(on), Haste.FAST)).isEqualTo(
                put(List.of("lights", "id:d073d5001337", "state"), "{'power':'on','duration':0,'fast':true}"));
        assertThat(CloudRequests.apply(List.of(on, Parts.part(SHELF, Change.NONE)), Haste.FAST))
                .isEqualTo(put(List.of("lights", "states"),
                        "{'states':[{'selector':'id:d073d5001337','power':'on','duration':0},"
                                + "{'selector':'id:d073d528d80f','duration':0}],'fast':true}"));
    }

    @Test
    void apply_anySelector_isPrintedWithItsZones() {
        var zones = Optional.of(Zones.of(3, 5));
        var both = new Selector.Union(List.of(new Selector.Id(DESK), new Selector.Group("Living Room")));
        assertThat(CloudRequests.apply(List.of(new Part(new Meant(both, Set.of(DESK, SHELF), zones), Change.NONE)),
                Haste.CERTAIN).path())
                .containsExactly("lights", "id:d073d5001337|3|4|5,group:Living Room|3|4|5", "state");
    }

    @Test
    void apply_lightsApart_goAsOneCallWithAnEntryEach() {
        var all = new Meant(new Selector.All(), Set.of(DESK), Optional.empty());
        var parts = List.of(new Part(all, Change.to(Power.ON)),
                Parts.part(SHELF, Change.to(new Color.White(2700)).over(Fade.ofSeconds(1))));
        assertThat(CloudRequests.apply(parts, Haste.CERTAIN)).isEqualTo(put(List.of("lights", "states"),
                "{'states':[{'selector':'all','power':'on','duration':0},"
                        + "{'selector':'id:d073d528d80f','color':'kelvin:2700','duration':1}]}"));
    }

    @Test
    void apply_fifty_areOneRequest() {
        var body = Json.read(CloudRequests.apply(parts(50), Haste.CERTAIN).json().orElseThrow()).orElseThrow();
        assertThat(body.path("states").valueStream().map(state -> state.path("selector").asString()))
                .containsExactlyElementsOf(parts(50).stream().map(part -> part.lights().text()).toList());
    }

    @Test
    void apply_noneOrTooMany_isABugOfTheCaller() {
        assertThatThrownBy(() -> CloudRequests.apply(List.of(), Haste.FAST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CloudRequests.apply(parts(51), Haste.FAST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Part> parts(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> Parts.part(new LightId("d073d5%06x".formatted(n)), Change.to(Power.ON))).toList();
    }

    private static CloudRequest put(List<String> path, String body) {
        return new CloudRequest("PUT", path, Optional.of(body.replace('\'', '"')));
    }
}
