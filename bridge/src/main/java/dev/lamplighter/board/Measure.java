package dev.lamplighter.board;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a board's sensors measure, in the unit that stands with it. */
public enum Measure {
    /** °C. */
    TEMPERATURE,
    /** Per cent of what the air can hold. */
    HUMIDITY,
    /** hPa. */
    PRESSURE,
    /** lx. */
    ILLUMINANCE,
    /** Whether something moves. */
    MOTION,
    /** Per cent of a full battery. */
    BATTERY,
    /** V. */
    VOLTAGE;

    /** Its key in what a board tells. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Measure> parse(String word) {
        return Stream.of(values()).filter(measure -> measure.word().equals(word)).findFirst();
    }
}
