package dev.lamplighter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Publication ONLINE = retained("bridge", "online");
    private final Outbox outbox = new Outbox(3);

    @Test
    void next_ofARetainedTopicChangedWhileWaiting_isTheNewestValueAlone() {
        outbox.add(retained("a", "1"));
        outbox.add(retained("b", "1"));
        outbox.add(retained("a", "2"));

        assertThat(rest()).containsExactly("a=2", "b=1");
    }

    @Test
    void next_ofMorePassingOnesThanTheLimit_leavesTheOldestOutAndCountsThem() {
        for (var i = 1; i <= 5; i++) {
            outbox.add(passing("r", "" + i));
        }

        assertThat(rest()).containsExactly("r=3", "r=4", "r=5");
        assertThat(outbox.takeDropped()).isEqualTo(2);
        assertThat(outbox.takeDropped()).isZero();
    }

    @Test
    void reconnected_afterAnOutage_sendsGreetingThenRememberedThenWhatWasUnderWay() {
        outbox.add(retained("a", "1"));
        outbox.add(passing("r", "1"));
        outbox.add(passing("r", "2"));
        outbox.add(passing("r", "3"));
        outbox.next();
        outbox.next();
        outbox.next();
        outbox.add(retained("a", "2"));

        outbox.reconnected(ONLINE);

        assertThat(rest()).containsExactly("bridge=online", "a=2", "r=1", "r=2", "r=3");
    }

    @Test
    void reconnected_withEverythingSettled_sendsOnlyWhatIsRetained() {
        outbox.add(retained("a", "1"));
        outbox.add(passing("r", "1"));
        outbox.next().ifPresent(outbox::settled);
        outbox.next().ifPresent(outbox::settled);
        assertThat(outbox.isEmpty()).isTrue();

        outbox.reconnected(ONLINE);

        assertThat(rest()).containsExactly("bridge=online", "a=1");
    }

    @Test
    void settled_ofAnEmptyRetainedValue_forgetsTheTopic() {
        outbox.add(retained("a", "1"));
        outbox.add(retained("a", ""));
        outbox.next().ifPresent(outbox::settled);

        outbox.reconnected(ONLINE);

        assertThat(rest()).containsExactly("bridge=online");
    }

    @Test
    void settled_ofAnEmptyRetainedValueWhileANewOneWaits_keepsTheNewOne() {
        outbox.add(retained("a", ""));
        var empty = outbox.next().orElseThrow();
        outbox.add(retained("a", ""));
        outbox.add(passing("r", "1"));

        outbox.settled(empty);

        assertThat(rest()).containsExactly("a=", "r=1");
    }

    @Test
    void underWay_untilSettled_counts() {
        outbox.add(passing("r", "1"));
        outbox.add(passing("r", "1"));
        var first = outbox.next().orElseThrow();
        outbox.next();
        assertThat(outbox.underWay()).isEqualTo(2);

        outbox.settled(first);

        assertThat(outbox.underWay()).isEqualTo(1);
        assertThat(outbox.isEmpty()).isFalse();
    }

    private List<String> rest() {
        var found = new ArrayList<String>();
        for (var next = outbox.next(); next.isPresent(); next = outbox.next()) {
            found.add(next.get().topic() + "=" + next.get().payload());
        }
        return found;
    }

    private static Publication retained(String topic, String payload) {
        return Publication.retained(topic, Bytes.utf8(payload));
    }

    private static Publication passing(String topic, String payload) {
        return Publication.passing(topic, Bytes.utf8(payload));
    }
}
