package dev.lamplighter.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CTextTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = ' ', value = {"plain \"plain\"", "a\"b \"a\\\"b\"", "a\\n \"a\\\\n\"",
            "what??/ \"what\\?\\?/\"", "Küche7 \"K\\303\\274che7\"", "%s%d \"%s%d\""})
    void literal_ofOddCharacters_isEscaped(String text, String literal) {
        assertThat(CText.quoted(text)).isEqualTo(literal);
    }

    @Test
    void literal_withDigitAfterAnEscape_keepsBothApart() {
        assertThat(CText.quoted("\u00077")).isEqualTo("\"\\0077\"");
    }

    /** Read back by the rules of C: nothing is lost, on one line of printable ASCII. */
    @Test
    void literal_ofAnyText_readsBackAsItsBytes() {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++) {
            var text = random.ints(random.nextInt(20), 0, 0x250).mapToObj(Character::toString)
                    .reduce("", String::concat) + (round % 3 == 0 ? "😀\"\\?\n\t" : "");
            var literal = CText.quoted(text);
            assertThat(literal).matches("\"[ -~]*\"").doesNotContain("??");
            assertThat(asCompiled(literal)).as(literal).isEqualTo(text.getBytes(UTF_8));
        }
    }

    @Test
    void rawLiteral_whoseTextWouldEndIt_isAnOrdinaryOne() {
        assertThat(CText.raw("one\ntwo\n")).isEqualTo("R\"PEM(one\ntwo\n)PEM\"");
        assertThat(asCompiled(CText.raw("a)PEM\";evil();"))).isEqualTo("a)PEM\";evil();".getBytes(UTF_8));
    }

    private static byte[] asCompiled(String literal) {
        var bytes = new ByteArrayOutputStream();
        var at = 1;
        while (at < literal.length() - 1) {
            var one = literal.charAt(at++);
            assertThat(one).isNotEqualTo('"');
            if (one == '\\') {
                var next = literal.charAt(at);
                var digits = next >= '0' && next <= '7' ? 3 : 0;
                bytes.write(digits == 0 ? next : Integer.parseInt(literal.substring(at, at + digits), 8));
                at += Math.max(digits, 1);
            } else {
                bytes.write(one);
            }
        }
        return bytes.toByteArray();
    }
}
