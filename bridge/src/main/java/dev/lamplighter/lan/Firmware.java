package dev.lamplighter.lan;

import java.util.Comparator;

/** A device's firmware, such as 3.70. */
public record Firmware(int major, int minor) implements Comparable<Firmware> {
    private static final Comparator<Firmware> ORDER = Comparator.comparingInt(Firmware::major)
            .thenComparingInt(Firmware::minor);

    /** @param text such as {@code 3.70} */
    static Firmware parse(String text) {
        var dot = text.indexOf('.');
        return new Firmware(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    @Override
    public int compareTo(Firmware other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
