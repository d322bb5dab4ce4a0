package dev.lamplighter.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.board.Press;
import dev.lamplighter.boards.Binding;
import dev.lamplighter.boards.Binding.When;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingListTest {
    private static final String RIGHT = "when: {board: hall, button: 1}, do: {target: all, command: ON}";

    @TempDir
    Path root;
    private Folder folder;

    @BeforeEach
    void open() {
        folder = new Folder(root);
    }

    @Test
    void bindings_inEveryForm_areReadInTheirOrder() throws IOException {
        folder.with("lamplighter.yml", """
                mqtt:
                  boards-topic: home/boards
                bindings:
                  - when: { board: hall, button: 1, event: hold }
                    do:   { target: "group:Hall", command: toggle }
                  - when: { board: hall, button: 2 }
                    do:   { target: all, command: 40 }
                  - when:
                      board: hall
                      button: 2
                    do:
                      target: "label:{board}"
                      command: +10
                  - when: { board: desk, knob: 1 }
                    do:   { target: "label:Desk Lamp", command: { brightness_step_pct: 4, transition: 0.5 } }
                """);
        var boards = folder.settings().boards();
        assertThat(boards.topic()).isEqualTo("home/boards");
        assertThat(boards.bindings()).containsExactly(
                new Binding(new When.Pressed("hall", 1, Press.HOLD), "group:Hall", "toggle"),
                new Binding(new When.Pressed("hall", 2, Press.SINGLE), "all", "40"),
                new Binding(new When.Pressed("hall", 2, Press.SINGLE), "label:{board}", "+10"),
                new Binding(new When.Turned("desk", 1), "label:Desk Lamp",
                        "{\"brightness_step_pct\":4,\"transition\":0.5}"));
    }

    @Test
    void bindings_withoutAny_areNone() throws IOException {
        folder.with("lamplighter.yml", "bindings:\n");
        assertThat(folder.settings().boards().bindings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "when: {board: hall}, do: {target: all, command: ON}                           | .when: name either a `button` or a `knob`",
            "when: {board: hall, button: 1, knob: 1}, do: {target: all, command: ON}       | .when: name either a `button` or a `knob`",
            "when: {board: hall, knob: 1, event: hold}, do: {target: all, command: ON}     | .when.event: a knob has no events",
            "when: {board: a b, button: 1}, do: {target: all, command: ON}                 | .when.board: a board's name is",
            "when: {board: hall, button: 1, event: long}, do: {target: all, command: ON}   | .when.event: does not have a value in the enumeration",
            "when: {board: hall, buton: 1}, do: {target: all, command: ON}                 | .when.buton: there is no such key in a binding",
            "when: {board: hall, button: 1}                                                | : `do` is missing",
            "when: {board: hall, button: 1}, do: {target: all}                             | .do: `command` is missing",
            "when: {board: hall, button: 1}, do: {target: all, command: dance}             | .do: payload: 'dance' is not a command",
            "when: {board: hall, button: 1}, do: {target: all, command: {sparkle: 1}}      | .do: ",
            "when: {board: hall, button: 1}, do: {target: all, command: {brightness: 300}} | .do: brightness: takes a number from 0 to 255, not 300",
            "when: {board: hall, knob: 1}, do: {target: all, command: '+{steps}'}          | .do: payload: '+-1' is not a command",
            "when: {board: hall, knob: 1}, do: {target: all, command: {brightness_pct: '{steps}'}} | .do: brightness_pct: takes a number from 0 to 100, not -1 (when the knob is turned back)",
            "when: {board: hall, button: 1}, do: {target: colour, command: ON}             | .do: ",
            "when: {board: hall, button: 1}, do: {target: all, command: !x ON}             | .do.command: a value that begins with `!`"})
    void binding_thatIsWrong_isNamedWithItsLine(String binding, String problem) throws IOException {
        folder.with("lamplighter.yml", "bindings:\n  - {" + RIGHT + "}\n  - {" + binding + "}\n");
        assertThat(folder.problems()).singleElement().asString().startsWith("lamplighter.yml:3 bindings.1" + problem);
    }

    @Test
    void binding_thatHoldsItself_isRefused() throws IOException {
        folder.with("lamplighter.yml", "bindings:\n  - &a\n    when: {board: hall, button: 1}\n    do: *a\n");
        assertThat(folder.problems()).isNotEmpty();
    }

    @Test
    void bindings_thatAreNoList_areRefused() throws IOException {
        folder.with("lamplighter.yml", "bindings: all\n");
        assertThat(folder.problems()).singleElement().asString().startsWith("lamplighter.yml:1 bindings: ");
    }
}
