package dev.lamplighter.boards;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.board.Board;
import dev.lamplighter.board.Board.Make;
import dev.lamplighter.board.Board.Senses;
import dev.lamplighter.board.Control.Button;
import dev.lamplighter.board.Control.Knob;
import dev.lamplighter.board.Diagnosis;
import dev.lamplighter.board.Measure;
import dev.lamplighter.board.Press;
import dev.lamplighter.light.Parsed;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InfoJsonTest {
    private static Parsed<Board> parse(String json) {
        return InfoJson.parse("hall", json.getBytes(UTF_8));
    }

    @Test
    void board_withEverything_isReadAsItSays() {
        var json = """
                {"label": "Hall button", "area": "Hall", "manufacturer": "DIY", "model": "ESP32-C3", "hardware": "rev B",
                 "firmware": "0.9.2", "mac": "84-F7-03-AA-BB-CC", "flavour": "mint",
                 "buttons": [{"number": 1, "label": "Left", "events": ["single", "hold"]}, {"number": 2}],
                 "knobs": [{"number": 1}], "sensors": ["temperature", "motion", "smell"],
                 "telemetry": ["rssi", "heap", "mood"]}""";
        assertThat(parse(json)).isEqualTo(Parsed.accepted(new Board("hall", Optional.of("Hall button"),
                Optional.of("Hall"),
                new Make(Optional.of("DIY"), Optional.of("ESP32-C3"), Optional.of("rev B"), Optional.of("0.9.2")),
                Optional.of("84:f7:03:aa:bb:cc"),
                List.of(new Button(1, Optional.of("Left"), List.of(Press.SINGLE, Press.HOLD)),
                        new Button(2, Optional.empty(),
                                List.of(Press.SINGLE, Press.DOUBLE, Press.HOLD, Press.RELEASE)),
                        new Knob(1, Optional.empty())),
                new Senses(Set.of(Measure.TEMPERATURE, Measure.MOTION),
                        Set.of(Diagnosis.RSSI, Diagnosis.HEAP)))));
    }

    @Test
    void board_thatSaysNothing_isOneWithoutControls() {
        assertThat(parse("{}")).isEqualTo(Parsed.accepted(new Board("hall", Optional.empty(), Optional.empty(),
                Make.UNKNOWN, Optional.empty(), List.of(), Senses.NONE)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{|payload: is not right JSON",
            "null|payload: is a JSON object with what the board has",
            "[1]|payload: is of another kind than it has to be",
            "{\"buttons\":[{\"number\":\"one\"}]}|buttons[0].number: is of another kind than it has to be",
            "{\"buttons\":[{\"number\":0}]}|buttons: are numbered 1 to 99",
            "{\"buttons\":[null]}|buttons: are numbered 1 to 99",
            "{\"knobs\":[{\"number\":1},{\"number\":1}]}|knobs: has the number 1 twice",
            "{\"buttons\":[{\"number\":1,\"events\":[\"tripple\"]}]}|buttons.events: are, once each, of single, double, triple, hold, release",
            "{\"buttons\":[{\"number\":1,\"events\":[\"hold\",\"hold\"]}]}|buttons.events: are, once each, of single, double, triple, hold, release",
            "{\"buttons\":[{\"number\":1,\"events\":[]}]}|buttons.events: are one or more, or left out",
            "{\"mac\":\"84:f7\"}|mac: is six pairs of hex digits, such as 84:f7:03:aa:bb:cc",
            "{\"label\":\"a\\nb\"}|label: has at most 64 characters, on one line"})
    void board_thatSaysSomethingWrong_isRefusedWithTheWord(String json, String line) {
        assertThat(parse(json)).isInstanceOfSatisfying(Parsed.Rejected.class,
                wrong -> assertThat(wrong.line()).isEqualTo(line));
    }

    @ParameterizedTest
    @CsvSource({"99, 1, true", "99, 2, false", "2, 99, false", "50, 50, true"})
    void controls_ofOneBoard_areAtMostAHundred(int buttons, int knobs, boolean isRight) {
        var board = parse("{\"buttons\":" + numbered(buttons) + ",\"knobs\":" + numbered(knobs) + "}");
        assertThat(board instanceof Parsed.Accepted<Board>).isEqualTo(isRight);
        if (board instanceof Parsed.Rejected<Board> wrong) {
            assertThat(wrong.line()).isEqualTo("buttons and knobs: are at most 100 together");
        }
    }

    private static String numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj("{\"number\":%d}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void anyBytes_areReadOrRefused() {
        var random = new Random(4);
        var start = "{\"buttons\":[{\"number\":1,\"events\":[\"single\"]}],\"sensors\":[\"motion\"],\"mac\":\"84:f7:03:aa:bb:cc\"}"
                .getBytes(UTF_8);
        for (var round = 0; round < 20_000; round++) {
            var bytes = start.clone();
            for (var change = random.nextInt(5); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(InfoJson.parse("hall", bytes)).isNotNull();
        }
    }
}
