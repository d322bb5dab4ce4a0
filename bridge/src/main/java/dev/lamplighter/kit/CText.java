package dev.lamplighter.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts as C and C++ want them in their source. */
final class CText {
    private CText() {}

    /**
     * A literal that holds the UTF-8 bytes of {@code text}. What is not plain ASCII is written in octal, always with three digits: after
     * fewer, or after any hexadecimal, the next character could be taken for one digit more.
     */
    static String quoted(String text) {
        var bytes = text.getBytes(UTF_8);
        return IntStream.range(0, bytes.length).mapToObj(at -> escaped(bytes[at] & 0xff))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int one) {
        return switch (one) {
            // Two question marks begin a trigraph in older languages.
            case '"', '\\', '?' -> "\\" + (char) one;
            default -> one >= ' ' && one <= '~' ? String.valueOf((char) one) : "\\%03o".formatted(one);
        };
    }

    /** A literal of C++ for text of several lines, which lie in it as they lie in the text wherever that can be. */
    static String raw(String text) {
        return text.contains(")PEM\"") ? quoted(text) : "R\"PEM(" + text + ")PEM\"";
    }
}
