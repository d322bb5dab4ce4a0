package dev.lamplighter.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Selector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTopicsTest {
    private final CommandTopics topics = new CommandTopics("lifx");

    @Test
    void target_ofEachForm_isThatSelector() {
        assertThat(topics.target("lifx/all/set")).isEqualTo(Parsed.accepted(new Selector.All()));
        assertThat(topics.target("lifx/light/D073D5001337/set"))
                .isEqualTo(Parsed.accepted(new Selector.Id(new LightId("d073d5001337"))));
    }

    @ParameterizedTest
    @CsvSource({"Desk Lamp, Desk Lamp", "Desk%20Lamp, Desk Lamp", "A%2BB, A+B", "50%25, 50%", "K%C3%BCche, Küche",
            "Küche, Küche", "a%2Fb, a/b"})
    void target_label_isPercentDecoded(String encoded, String label) {
        assertThat(topics.target("lifx/label/" + encoded + "/set"))
                .isEqualTo(Parsed.accepted(new Selector.Label(label)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifx/label/50%/set", "lifx/label/%zz/set", "lifx/light/desk/set", "lifx/label//set",
            "lifx/other/set", "lifx/all/get", "lifx/label/two%0Alines/set"})
    void target_thatIsNone_isRejected(String topic) {
        assertThat(topics.target(topic)).isInstanceOf(Parsed.Rejected.class);
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
