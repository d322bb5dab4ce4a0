package dev.lamplighter.boards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.board.Board;
import dev.lamplighter.board.BoardEvent;
import dev.lamplighter.board.BoardListener;
import dev.lamplighter.board.Press;
import dev.lamplighter.boards.Binding.When;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Publication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BoardDeskTest {
    private static final String BUTTON = "boards/hall/button/1";
    private static final String KNOB = "boards/desk/knob/1";

    private final List<String> said = new ArrayList<>();
    private final List<String> run = new ArrayList<>();
    private final List<Publication> published = new ArrayList<>();
    private final List<Binding> bindings = new ArrayList<>(
            List.of(new Binding(new When.Pressed("hall", 1, Press.SINGLE), "group:Hall", "toggle"),
                    new Binding(new When.Pressed("hall", 1, Press.SINGLE), "label:{board} {number}", "ON"),
                    new Binding(new When.Turned("desk", 1), "label:Desk Lamp", "{\"brightness_step_pct\":4}")));
    private final List<String> setOff = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final BoardDesk desk = new BoardDesk(new BoardTopics("boards"), () -> bindings,
            (from, target, command, answer) -> {
                setOff.add(from);
                run.add(target + " " + command);
                answer.accept(Bytes.utf8("done"));
            }, new BoardDesk.Outside(published::add, () -> now), List.of(new BoardListener() {
                @Override
                public void boardSeen(Board board) {
                    said.add("seen " + board.name() + board.label().map(label -> " " + label).orElse(""));
                }

                @Override
                public void boardLost(String name) {
                    said.add("lost " + name);
                }

                @Override
                public void happened(BoardEvent event) {
                    said.add(event.toString());
                }
            }));

    private void hear(String topic, String payload) {
        desk.received(topic, Bytes.utf8(payload), false);
    }

    @Test
    void press_runsWhatIsBoundToItInOrderAndTellsTheResults() {
        hear(BUTTON, "{\"event_type\":\"single\",\"seq\":1}");
        assertThat(said).containsExactly("Pressed[board=hall, number=1, press=SINGLE]");
        assertThat(run).containsExactly("group:Hall toggle", "label:hall 1 ON");
        assertThat(setOff).containsExactly(BUTTON, BUTTON);
        assertThat(published).hasSize(2).allMatch(answer -> answer.topic().equals("boards/hall/result")
                && !answer.retained() && answer.payload().equals(Bytes.utf8("done")));
    }

    @Test
    void press_thatNothingIsBoundTo_isToldAlone() {
        hear(BUTTON, "{\"event_type\":\"hold\"}");
        hear("boards/porch/button/1", "{\"event_type\":\"single\"}");
        assertThat(said).hasSize(2);
        assertThat(run).isEmpty();
    }

    @Test
    void turn_isCarriedOutPerStep() {
        hear(KNOB, "{\"event_type\":\"turn\",\"steps\":-3,\"seq\":8}");
        assertThat(run).containsExactly("label:Desk Lamp {\"brightness_step_pct\":-12}");
        assertThat(setOff).containsExactly(KNOB);
    }

    @Test
    void press_heardAgainUnderItsNumberSoonAfter_countsOnce() {
        hear(BUTTON, "{\"event_type\":\"single\",\"seq\":1}");
        hear(BUTTON, "{\"event_type\":\"single\",\"seq\":1}");
        assertThat(said).hasSize(1);
        hear(BUTTON, "{\"event_type\":\"single\",\"seq\":2}");
        hear("boards/hall/button/2", "{\"event_type\":\"single\",\"seq\":2}");
        now = now.plusSeconds(11);
        hear(BUTTON, "{\"event_type\":\"single\",\"seq\":2}");
        assertThat(said).as("a board that began anew counts from the start").hasSize(4);
    }

    @Test
    void presses_heardAgainTogether_countOnce() {
        for (var round = 0; round < 3; round++) {
            hear(BUTTON, "{\"event_type\":\"hold\",\"seq\":7}");
            hear(BUTTON, "{\"event_type\":\"release\",\"seq\":8}");
            now = now.plusSeconds(3);
        }
        assertThat(said).hasSize(2);
        now = now.plusSeconds(1);
        hear(BUTTON, "{\"event_type\":\"hold\",\"seq\":7}");
        assertThat(said).as("10 s after it was heard first").hasSize(3);
    }

    @Test
    void presses_moreThanABoardSendsAgain_areForgottenOldestFirst() {
        for (var seq = 0; seq <= 100; seq++) {
            hear(BUTTON, "{\"event_type\":\"single\",\"seq\":" + seq + "}");
        }
        hear(BUTTON, "{\"event_type\":\"single\",\"seq\":1}");
        assertThat(said).hasSize(101);
        hear(BUTTON, "{\"event_type\":\"single\",\"seq\":0}");
        assertThat(said).hasSize(102);
    }

    @Test
    void presses_withoutANumber_allCount() {
        hear(BUTTON, "{\"event_type\":\"single\"}");
        hear(BUTTON, "{\"event_type\":\"single\"}");
        assertThat(said).hasSize(2);
    }

    @Test
    void press_thatIsRetained_isNotObeyed() {
        desk.received(BUTTON, Bytes.utf8("{\"event_type\":\"single\"}"), true);
        assertThat(said).isEmpty();
        assertThat(run).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "single", "{}", "{\"event_type\":\"long\"}", "[]", "{\"event_type\":7}"})
    void press_thatIsWrong_changesNothing(String payload) {
        hear(BUTTON, payload);
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"steps\":0}", "{\"steps\":1.5}", "{\"steps\":1001}", "{\"steps\":\"3\"}", "{}"})
    void turn_thatIsWrong_changesNothing(String payload) {
        hear(KNOB, payload);
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"boards/hall/button/0", "boards/hall/button/100", "boards/hall/button/x",
            "boards/a b/button/1",
            "boards/hall/lever/1", "boards/hall/button/1/more", "boards/hall", "others/hall/button/1", "boards//info"})
    void topic_thatIsNoneOfABoard_isPassedOver(String topic) {
        hear(topic, "{\"event_type\":\"single\"}");
        assertThat(said).isEmpty();
    }

    @Test
    void description_isToldWhenItIsNewAndWhenItIsTakenAway() {
        var topic = "boards/hall/info";
        desk.received(topic, Bytes.utf8("{\"label\":\"Hall\"}"), true);
        desk.received(topic, Bytes.utf8("{\"label\":\"Hall\"}"), true);
        hear(topic, "{\"label\":\"Corridor\"}");
        hear(topic, "{\"label\":7,");
        hear(topic, "");
        hear(topic, "");
        assertThat(said).containsExactly("seen hall Hall", "seen hall Corridor", "lost hall");
    }

    @Test
    void mistake_thatComesAgainAndAgain_isLoggedOnceAnHour() {
        try (var log = new BoardLog()) {
            for (var minute = 0; minute < 120; minute++) {
                hear(BUTTON, "{}");
                now = now.plusSeconds(60);
            }
            assertThat(log.lines()).hasSize(2).allMatch(line -> line.startsWith(BUTTON + ": event_type: "));
        }
    }

    @Test
    void mistakes_moreThanAreRemembered_doNotSilenceTheLog() {
        try (var log = new BoardLog()) {
            for (var stranger = 0; stranger < 1_500; stranger++) {
                hear("boards/b" + stranger + "/button/1", "{}");
            }
            hear(BUTTON, "{}");
            hear(BUTTON, "{}");
            assertThat(log.lines()).filteredOn(line -> line.startsWith(BUTTON)).hasSize(1);
        }
    }

    @Test
    void bindings_thatChange_areInForceAtOnce() {
        bindings.clear();
        hear(BUTTON, "{\"event_type\":\"single\"}");
        assertThat(run).isEmpty();
    }

    @Test
    void boards_moreThanAnyHomeHas_arePassedOver() {
        for (var number = 0; number < 1_100; number++) {
            hear("boards/b" + number + "/info", "{}");
        }
        assertThat(said).hasSize(1_000);
    }
}
