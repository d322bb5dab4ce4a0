package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Parsed;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetTargetTest {
    private static final String SCENE = "3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11";

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"all; all", "all:random; all:random", "all|0-3; all|0-3",
            "Desk Lamp; label:Desk Lamp", "label:Desk Lamp; label:Desk Lamp", "Shelf Strip|0-3; label:Shelf Strip|0-3",
            "Desk Lamp, Porch; label:Desk Lamp,label:Porch", "d073d5001337; id:d073d5001337",
            "D073D5001337,all; id:D073D5001337,all", "group:Office; group:Office", "allotment; label:allotment",
            "Lamp: left; label:Lamp: left",
            "scene_id:3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11,all; scene_id:3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11,all"})
    void target_ofLights_isThatSelector(String text, String selector) {
        assertThat(SetTarget.parse(text)).isEqualTo(Parsed.accepted(new SetTarget.Lights(selector)));
    }

    @Test
    void target_thatIsAScene_isThatScene() {
        assertThat(SetTarget.parse("scene_id:" + SCENE))
                .isEqualTo(Parsed.accepted(new SetTarget.SceneId(UUID.fromString(SCENE))));
        assertThat(SetTarget.parse("scene:Evening, late"))
                .isEqualTo(Parsed.accepted(new SetTarget.SceneName("Evening, late")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"id:desk; 'desk' is not a LIFX serial",
            "scene_id:Evening; 'Evening' is not the UUID",
            "''; is not all", "group:; is not all", "all|9999; is neither a zone"})
    void target_thatIsWrong_saysSo(String text, String line) {
        assertThat(SetTarget.parse(text)).isInstanceOfSatisfying(Parsed.Rejected.class,
                it -> assertThat(it.line()).contains(line));
    }
}
