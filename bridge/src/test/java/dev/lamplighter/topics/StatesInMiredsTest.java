package dev.lamplighter.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Publication;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StatesInMiredsTest {
    private static final CommandTopics TOPICS = new CommandTopics("lifx");

    private final List<String> told = new ArrayList<>();
    private final StatesInMireds wanted = made(true);
    private final StatesInMireds unwanted = made(false);

    private StatesInMireds made(boolean isWanted) {
        return new StatesInMireds(isWanted, TOPICS, message -> told.add(message.topic() + " " + message.payload()));
    }

    private static Publication kept(String topic, String payload) {
        return Publication.retained(topic, payload.isEmpty() ? Bytes.NONE : Bytes.utf8(payload));
    }

    @Test
    void state_wanted_isToldTwice() {
        wanted.accept(kept("lifx/light/d073d5000001/state", "{\"state\":\"ON\",\"color_temp\":2700}"));
        wanted.accept(kept("lifx/group/6f1d/state", "{\"state\":\"ON\",\"color\":{\"h\":1}}"));
        wanted.accept(kept("lifx/light/d073d5000001/state", ""));
        assertThat(told).containsExactly(
                "lifx/light/d073d5000001/state {\"state\":\"ON\",\"color_temp\":2700}",
                "lifx/light/d073d5000001/state/mireds {\"state\":\"ON\",\"color_temp\":370}",
                "lifx/group/6f1d/state {\"state\":\"ON\",\"color\":{\"h\":1}}",
                "lifx/group/6f1d/state/mireds {\"state\":\"ON\",\"color\":{\"h\":1}}",
                "lifx/light/d073d5000001/state ", "lifx/light/d073d5000001/state/mireds ");
        assertThat(StatesInMireds.filters(true, TOPICS)).isEmpty();
    }

    @Test
    void otherMessages_wanted_areToldOnce() {
        wanted.accept(kept("lifx/light/d073d5000001/availability", "online"));
        wanted.accept(kept("lifx/bridge/state", "online"));
        wanted.accept(Publication.passing("lifx/light/d073d5000001/state", Bytes.utf8("{}")));
        assertThat(told).hasSize(3);
    }

    @Test
    void state_unwanted_isToldOnceAndWhatWasLeftIsTakenAway() {
        unwanted.accept(kept("lifx/light/d073d5000001/state", "{}"));
        assertThat(StatesInMireds.filters(false, TOPICS)).containsExactly("lifx/+/+/state/mireds");
        assertThat(unwanted.takes("lifx/light/d073d5000001/state/mireds")).isTrue();
        assertThat(unwanted.takes("lifx/light/d073d5000001/state")).isFalse();
        unwanted.heard("lifx/light/d073d5000001/state/mireds", Bytes.utf8("{}"), true);
        unwanted.heard("lifx/light/d073d5000001/state/mireds", Bytes.NONE, true);
        assertThat(told).containsExactly("lifx/light/d073d5000001/state {}", "lifx/light/d073d5000001/state/mireds ");
    }
}
