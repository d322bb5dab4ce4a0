package dev.lamplighter.light;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneLineTest {
    @ParameterizedTest
    @CsvSource({"Desk Lamp, Desk Lamp", "'two\nlines', two?lines", "'\u001b[2J', ?[2J", "'a\u009b2J', a?2J",
            "'a\u2028b', a?b", "'a\u202eb', a?b",
            "Küche \uD83D\uDC68\u200D\uD83D\uDC69, Küche \uD83D\uDC68\u200D\uD83D\uDC69"})
    void text_ofAStranger_staysInItsLine(String text, String line) {
        assertThat(OneLine.of(text)).isEqualTo(line);
    }
}
