package dev.lamplighter.light;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The serial of a LIFX light: 12 lower-case hex digits, printed on the bulb, the {@code id} of the HTTP API and the {@code target} of the
 * LAN protocol.
 */
public record LightId(String serial) implements Comparable<LightId> {
    private static final Pattern SERIAL = Pattern.compile("[0-9a-f]{12}");

    public LightId {
        if (!SERIAL.matcher(serial).matches()) {
            throw new IllegalArgumentException("a LIFX serial has 12 lower-case hex digits, not '" + serial + "'");
        }
    }

    /** The serial in {@code text}, in either case; empty when it is not one. */
    public static Optional<LightId> parse(String text) {
        var serial = text.toLowerCase(Locale.ROOT);
        return SERIAL.matcher(serial).matches() ? Optional.of(new LightId(serial)) : Optional.empty();
    }

    @Override
    public int compareTo(LightId other) {
        return serial.compareTo(other.serial);
    }

    @Override
    public String toString() {
        return serial;
    }
}
