package dev.lamplighter.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Selector;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTopicsTest {
    private final CommandTopics topics = new CommandTopics("lifx");

    @Test
    void asked_ofEachForm_isThatSelector() {
        assertThat(topics.asked("lifx/all/set")).isEqualTo(lights(new Selector.All()));
        assertThat(topics.asked("lifx/light/D073D5001337/set"))
                .isEqualTo(lights(new Selector.Id(new LightId("d073d5001337"))));
        assertThat(topics.asked("lifx/group/Living%20Room/set")).isEqualTo(lights(new Selector.Group("Living Room")));
        assertThat(topics.asked("lifx/location/Home/set")).isEqualTo(lights(new Selector.Location("Home")));
        assertThat(topics.asked("lifx/group/6F1D0E2B9C8A4F7D8E5B3A2C1D0E9F8A/set"))
                .isEqualTo(lights(new Selector.GroupId("6f1d0e2b9c8a4f7d8e5b3a2c1d0e9f8a")));
        assertThat(topics.asked("lifx/location/a1b2c3d4e5f60718293a4b5c6d7e8f90/set"))
                .isEqualTo(lights(new Selector.LocationId("a1b2c3d4e5f60718293a4b5c6d7e8f90")));
    }

    @Test
    void asked_ofSelectAndScene_isThat() {
        assertThat(topics.asked("lifx/select/set")).isEqualTo(Parsed.accepted(new Asked.OfChosen()));
        var scene = "3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11";
        assertThat(topics.asked("lifx/scene/" + scene + "/set"))
                .isEqualTo(Parsed.accepted(new Asked.OfScene(UUID.fromString(scene))));
    }

    @Test
    void filters_areOneOfEachForm() {
        assertThat(topics.filters()).containsExactly("lifx/light/+/set", "lifx/label/+/set", "lifx/group/+/set",
                "lifx/location/+/set", "lifx/all/set", "lifx/select/set", "lifx/scene/+/set", "lifx/light/+/get",
                "lifx/label/+/get", "lifx/group/+/get", "lifx/location/+/get", "lifx/all/get", "lifx/bridge/restart",
                "lifx/light/+/availability", "lifx/group/+/availability", "lifx/location/+/availability");
    }

    @Test
    void questioned_isWhoseStatesAreAskedFor() {
        assertThat(topics.questioned("lifx/all/get")).isEqualTo(Parsed.accepted(new Selector.All()));
        assertThat(topics.questioned("lifx/light/D073D5000001/get"))
                .isEqualTo(Parsed.accepted(new Selector.Id(new LightId("d073d5000001"))));
        assertThat(topics.questioned("lifx/group/Living%20Room/get"))
                .isEqualTo(Parsed.accepted(new Selector.Group("Living Room")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifx/select/get", "lifx/scene/3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11/get", "lifx/get",
            "lifx/light/7/get", "lifx/all/set"})
    void questioned_ofATopicThatIsNoQuestion_isRejected(String topic) {
        assertThat(topics.questioned(topic)).isInstanceOf(Parsed.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({"answers/mine, true", "lifx/bridge/restart, false", "lifx/all/get, false", "lifx/all/set, false",
            "answers/+, false", "lifx/answers/me/1, true", "lifx/answers, false", "lifx, false", "lifxes/mine, true",
            "lifx/light/d073d5001337/state, false", "lifx/light/d073d5001337/availability, false",
            "lifx/bridge/state, false", "lifx/bridge/lights, false", "lifx/mine, false", "$SYS/broker, false"})
    void answer_goesWhereItSetsOffNothing(String topic, boolean may) {
        assertThat(topics.mayAnswerTo(topic)).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"boards/hall/info, false", "boards/hall/result, false", "boards, false", "boardsmen/me, true",
            "homeassistant/device/lamp/config, false", "homeassistant/status, false", "lifx/label/Desk/result, true"})
    void answer_neverGoesIntoAnotherTreeThatIsListenedTo(String topic, boolean may) {
        var among = new CommandTopics("lifx", List.of("boards", "homeassistant"));
        assertThat(among.mayAnswerTo(topic)).isEqualTo(may);
    }

    private static Parsed<Asked> lights(Selector lights) {
        return Parsed.accepted(new Asked.OfLights(lights));
    }

    @ParameterizedTest
    @CsvSource({"Desk Lamp, Desk Lamp", "Desk%20Lamp, Desk Lamp", "A%2BB, A+B", "50%25, 50%", "K%C3%BCche, Küche",
            "Küche, Küche", "a%2Fb, a/b"})
    void asked_label_isPercentDecoded(String encoded, String label) {
        assertThat(topics.asked("lifx/label/" + encoded + "/set")).isEqualTo(lights(new Selector.Label(label)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifx/label/50%/set", "lifx/label/%zz/set", "lifx/light/desk/set", "lifx/label//set",
            "lifx/other/set", "lifx/all/get", "lifx/label/two%0Alines/set", "lifx/light/d073d5001337,all/set",
            "lifx/light/d073d5001337%7C0/set", "lifx/group//set", "lifx/group/a%0Ab/set", "lifx/location/%z/set",
            "lifx/scene/Evening/set", "lifx/scene/1-1-1-1-1/set", "lifx/all/more/set", "lifx/select/all/set",
            "lifx/set", "other/all/set"})
    void asked_thatIsNone_isRejected(String topic) {
        assertThat(topics.asked(topic)).isInstanceOf(Parsed.Rejected.class);
    }

    @Test
    void result_standsInThePlaceOfSet() {
        assertThat(topics.result("lifx/label/Desk%20Lamp/set")).isEqualTo("lifx/label/Desk%20Lamp/result");
    }

    @ParameterizedTest
    @CsvSource({"replies/me, true", "lifx/label/Desk/result, true", "lifx/all/set, false", "a/+, false", "#, false",
            "'', false"})
    void mayAnswerTo_anythingButCommandsAndWildcards(String topic, boolean may) {
        assertThat(topics.mayAnswerTo(topic)).isEqualTo(may);
    }
}
