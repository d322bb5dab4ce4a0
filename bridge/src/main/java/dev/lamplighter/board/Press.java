package dev.lamplighter.board;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What may happen at a button. */
public enum Press {
    SINGLE, DOUBLE, TRIPLE, HOLD, RELEASE;

    /** As boards and Home Assistant spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Press> parse(String word) {
        return Stream.of(values()).filter(press -> press.word().equals(word)).findFirst();
    }
}
