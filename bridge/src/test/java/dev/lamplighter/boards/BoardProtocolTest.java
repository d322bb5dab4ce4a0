package dev.lamplighter.boards;

import static dev.lamplighter.ProtocolCases.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lamplighter.ProtocolCases;
import dev.lamplighter.board.Board;
import dev.lamplighter.board.BoardEvent;
import dev.lamplighter.board.Control;
import dev.lamplighter.board.Diagnosis;
import dev.lamplighter.board.Measure;
import dev.lamplighter.board.Press;
import dev.lamplighter.boards.BoardTopics.Place;
import dev.lamplighter.light.Parsed;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import tools.jackson.databind.JsonNode;

/** What boards send, byte for byte as their own tests have it, is understood. */
final class BoardProtocolTest {
    private static final BoardTopics TOPICS = new BoardTopics("boards");

    private static Stream<DynamicTest> each(String file, ThrowingConsumer<JsonNode> test) {
        var cases = ProtocolCases.of(file);
        assertThat(cases).isNotEmpty();
        return cases.stream().map(one -> dynamicTest(one.path("name").asString(), () -> test.accept(one)));
    }

    @TestFactory
    Stream<DynamicTest> event_asBoardsTellIt_isWhatHappened() {
        return each("events.json", one -> {
            var read = read(TOPICS.place(one.path("topic").asString()).orElseThrow(), bytes(one.path("payload")));
            var means = one.path("means");
            assertThat(event(read)).isEqualTo(means.isNull() ? "refused" : means.asString());
            if (read instanceof Parsed.Accepted<EventJson>(var accepted)) {
                assertThat(accepted.seq()).isEqualTo(OptionalLong.of(one.path("seq").asLong()));
            }
        });
    }

    private static Parsed<EventJson> read(Place place, byte[] payload) {
        return switch (place) {
            case Place.Button(var board, var number) -> EventJson.pressed(board, number, payload);
            case Place.Knob(var board, var number) -> EventJson.turned(board, number, payload);
            case Place.Description _ -> throw new AssertionError("no control's topic");
        };
    }

    private static String event(Parsed<EventJson> read) {
        return switch (read) {
            case Parsed.Accepted<EventJson>(var accepted) -> switch (accepted.event()) {
                case BoardEvent.Pressed pressed -> pressed.toString();
                case BoardEvent.Turned turned -> turned.toString();
            };
            case Parsed.Rejected<EventJson> _ -> "refused";
        };
    }

    @TestFactory
    Stream<DynamicTest> info_asBoardsTellIt_isTheBoard() {
        return each("info.json", one -> {
            var known = one.path("board");
            assertThat(InfoJson.parse("hall", bytes(one.path("payload")))).isInstanceOfSatisfying(Parsed.Accepted.class,
                    accepted -> {
                        var board = (Board) accepted.value();
                        assertThat(board.label().orElse("")).isEqualTo(known.path("label").asString());
                        assertThat(board.area().orElse("")).isEqualTo(known.path("area").asString());
                        assertThat(board.make().model()).contains(known.path("model").asString());
                        assertThat(board.mac()).contains(known.path("mac").asString());
                        assertThat(board.controls().stream().map(BoardProtocolTest::words))
                                .isEqualTo(texts(known.path("controls")));
                        assertThat(sorted(board.senses().measures().stream().map(Measure::word)))
                                .isEqualTo(texts(known.path("measures")));
                        assertThat(sorted(board.senses().diagnoses().stream().map(Diagnosis::word)))
                                .isEqualTo(texts(known.path("diagnoses")));
                    });
        });
    }

    private static String words(Control control) {
        var label = control.label().orElse("-");
        return switch (control) {
            case Control.Button button -> "button " + button.number() + " " + label + " "
                    + button.presses().stream().map(Press::word).collect(Collectors.joining(","));
            case Control.Knob knob -> "knob " + knob.number() + " " + label;
        };
    }

    @TestFactory
    Stream<DynamicTest> sensors_asBoardsTellThem_haveOnlyWordsThatAreKnown() {
        return each("sensors.json", one -> {
            assertThat(one.path("topic").asString()).isEqualTo(TOPICS.board("hall", "sensor"));
            assertThat(one.path("payload").propertyNames()).isNotEmpty()
                    .allSatisfy(key -> assertThat(Measure.parse(key)).isPresent());
        });
    }

    @TestFactory
    Stream<DynamicTest> resultOfABinding_goesWhereBoardsMayRead() {
        return ProtocolCases.of("results.json").stream().filter(one -> one.path("command").isNull())
                .map(one -> dynamicTest(one.path("name").asString(),
                        () -> assertThat(TOPICS.result("hall")).isEqualTo(one.path("topic").asString())));
    }

    private static List<String> texts(JsonNode array) {
        return array.values().stream().map(JsonNode::asString).toList();
    }

    private static List<String> sorted(Stream<String> words) {
        return words.sorted().toList();
    }
}
