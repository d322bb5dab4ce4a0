package dev.lamplighter.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.control.Journal;
import dev.lamplighter.control.Lights;
import dev.lamplighter.control.ManualTime;
import dev.lamplighter.control.MemoryWay;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.mqtt.Delivery;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandDeskTest {
    private static final String TOPIC = "lifx/light/d073d5000001/set";

    private final ManualTime time = new ManualTime();
    private final MemoryWay way = new MemoryWay(2);
    private final List<Publication> published = new ArrayList<>();
    private final List<String> acknowledged = new ArrayList<>();
    private final MemoryJournal journal = new MemoryJournal();
    private CommandDesk desk = started();

    private CommandDesk started() {
        var lights = new Lights(ControlSettings.DEFAULTS, Optional.of(way), List.of(), time.surroundings(1));
        lights.start();
        time.settle();
        return new CommandDesk(new CommandTopics("lifx"), ControlSettings.DEFAULTS, lights, journal, published::add,
                time);
    }

    @Test
    void command_thatSucceeds_isAnsweredThenAcknowledged() {
        desk.received(delivery("{\"state\":\"ON\",\"id\":\"hall-1\",\"sparkle\":2}"));
        assertThat(acknowledged).isEmpty();
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.ON);
        assertThat(results())
                .containsExactly("lifx/light/d073d5000001/result {\"id\":\"hall-1\",\"status\":\"applied\","
                        + "\"reason\":\"unknown keys ignored: sparkle\",\"lights\":{\"d073d5000001\":\"ok\"},\"via\":\"cloud\",\"took_ms\":0}");
        assertThat(acknowledged).hasSize(1);
    }

    @Test
    void command_thatIsRetained_isRefusedAndAcknowledged() {
        desk.received(new Delivery(TOPIC, Bytes.utf8("ON"), 1, true, false, 7, Optional.empty(), Optional.empty(),
                Optional.empty(),
                () -> acknowledged.add("7")));
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.OFF);
        assertThat(results()).singleElement().asString().contains("refused").contains("retained");
        assertThat(acknowledged).containsExactly("7");
    }

    @Test
    void command_thatIsWrong_isRefusedWhole() {
        desk.received(delivery("{\"state\":\"ON\",\"brightness\":300}"));
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.OFF);
        assertThat(results()).singleElement().asString().contains("refused")
                .contains("brightness: takes a number from 0 to 255, not 300");
    }

    @Test
    void command_withAnIdSeenBefore_getsTheFirstResultAndIsNotCarriedOutAgain() {
        desk.received(delivery("{\"state\":\"TOGGLE\",\"id\":\"x\"}"));
        desk.received(delivery("{\"state\":\"TOGGLE\",\"id\":\"x\"}"));
        time.settle();
        desk.received(delivery("{\"state\":\"TOGGLE\",\"id\":\"x\"}"));
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.ON);
        assertThat(results()).hasSize(3).allMatch(line -> line.contains("applied"));
        assertThat(acknowledged).hasSize(3);
    }

    @Test
    void command_withAResponseTopic_isAnsweredThereWithItsCorrelationData() {
        desk.received(
                new Delivery(TOPIC, Bytes.utf8("ON"), 1, false, false, 7, Optional.empty(), Optional.of("replies/me"),
                        Optional.of(Bytes.utf8("abc")), () -> {}));
        time.settle();
        assertThat(published).singleElement().satisfies(answer -> {
            assertThat(answer.topic()).isEqualTo("replies/me");
            assertThat(answer.correlationData()).contains(Bytes.utf8("abc"));
        });
    }

    @Test
    void command_whoseExpiryHasPassed_isNotCarriedOut() {
        way.answering = false;
        desk.received(new Delivery(TOPIC, Bytes.utf8("ON"), 1, false, false, 7, Optional.of(Duration.ofSeconds(2)),
                Optional.empty(),
                Optional.empty(), () -> {}));
        time.pass(Duration.ofSeconds(3));
        assertThat(results()).singleElement().asString().contains("unreachable");
    }

    @Test
    void toggle_deliveredAgainAfterACrash_isFinishedAsItWasDecided() {
        way.losesReplies = true;
        desk.received(delivery("TOGGLE"));
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.ON);
        assertThat(acknowledged).isEmpty();
        way.losesReplies = false;
        desk = started();
        desk.received(repeated("TOGGLE"));
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.ON);
        assertThat(acknowledged).hasSize(1);
    }

    @Test
    void command_deliveredAgainAfterItsResult_isOnlyAcknowledged() {
        desk.received(delivery("TOGGLE"));
        time.settle();
        desk.received(repeated("TOGGLE"));
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.ON);
        assertThat(results()).hasSize(1);
        assertThat(acknowledged).hasSize(2);
    }

    @Test
    void command_deliveredAgainLongAfter_isExpired() {
        journal.taken(CommandDesk.key(delivery("ON")), false, time.instant());
        time.pass(Duration.ofMinutes(10));
        desk.received(repeated("ON"));
        time.settle();
        assertThat(results()).singleElement().asString().contains("expired");
    }

    private Delivery delivery(String payload) {
        return delivered(payload, false);
    }

    private Delivery repeated(String payload) {
        return delivered(payload, true);
    }

    private Delivery delivered(String payload, boolean repeated) {
        return new Delivery(TOPIC, Bytes.utf8(payload), 1, false, repeated, 7, Optional.empty(), Optional.empty(),
                Optional.empty(),
                () -> acknowledged.add(payload));
    }

    private List<String> results() {
        return published.stream().map(publication -> publication.topic() + " " + publication.payload()).toList();
    }

    private static final class MemoryJournal implements Journal {
        private final Map<String, Entry> entries = new HashMap<>();

        @Override
        public Entry taken(String key, boolean repeated, Instant now) {
            return entries.compute(key,
                    (_, before) -> repeated && before != null ? before : new Entry(now, Map.of(), false));
        }

        @Override
        public void planned(String key, Map<LightId, Change> plan) {
            entries.computeIfPresent(key, (_, entry) -> new Entry(entry.received(), plan, false));
        }

        @Override
        public void done(String key) {
            entries.computeIfPresent(key, (_, entry) -> new Entry(entry.received(), Map.of(), true));
        }
    }
}
