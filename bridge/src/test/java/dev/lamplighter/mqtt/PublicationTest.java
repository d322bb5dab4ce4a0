package dev.lamplighter.mqtt;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a/+", "a/#", "a\0b"})
    void publication_onWhatIsNoTopic_isRefused(String topic) {
        assertThatIllegalArgumentException().isThrownBy(() -> Publication.retained(topic, Bytes.NONE))
                .withMessage("not a topic to publish on: '" + topic + "'");
    }

    @Test
    void publication_onATooLongTopic_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Publication.retained("ü".repeat(32_768), Bytes.NONE));
    }

    @Test
    void publication_atQos2_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(
                () -> new Publication("a", Bytes.NONE, 2, false, false, Optional.empty(), Optional.empty(),
                        Optional.empty()));
    }
}
