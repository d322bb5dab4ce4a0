package dev.lamplighter.board;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a board tells of its own health, in the unit that stands with it. */
public enum Diagnosis {
    /** Of its Wi-Fi, dBm. */
    RSSI,
    /** What is free of its memory, bytes. */
    HEAP,
    /** Since it started, s. */
    UPTIME,
    /** How often it has lost the broker and found it again since it started. */
    RECONNECTS,
    /** The last thing that went wrong, as a word. */
    ERROR;

    /** Its key in what a board tells. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Diagnosis> parse(String word) {
        return Stream.of(values()).filter(diagnosis -> diagnosis.word().equals(word)).findFirst();
    }
}
