package dev.lamplighter.light;

import java.util.BitSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Some of a light's zones, counted from 0; at least one. */
public final class Zones {
    /** The furthest zone that is understood; LIFX's longest strips have 120. */
    public static final int LAST = 1023;
    private static final Pattern SPAN = Pattern.compile("\\d{1,4}(-\\d{1,4})?");

    private final BitSet indices;

    private Zones(BitSet indices) {
        this.indices = indices;
    }

    /** From {@code first} to {@code last}, both included. */
    public static Zones of(int first, int last) {
        if (first < 0 || last < first || last > LAST) {
            throw new IllegalArgumentException("zones run upwards from 0 to " + LAST + ", not " + first + "-" + last);
        }
        var indices = new BitSet();
        indices.set(first, last + 1);
        return new Zones(indices);
    }

    /** Spans such as {@code 0-7} or {@code 3}, apart by {@code |} or commas. */
    public static Parsed<Zones> parse(String text) {
        var indices = new BitSet();
        for (var span : text.split("[|,]", -1)) {
            var one = span.strip();
            var ends = one.split("-", -1);
            if (!SPAN.matcher(one).matches() || end(ends) < Integer.parseInt(ends[0]) || end(ends) > LAST) {
                return Parsed.rejected("zones",
                        "'" + one + "' is neither a zone nor a span such as 0-7, counted from 0 to " + LAST);
            }
            indices.set(Integer.parseInt(ends[0]), end(ends) + 1);
        }
        return Parsed.accepted(new Zones(indices));
    }

    private static int end(String[] ends) {
        return Integer.parseInt(ends[ends.length - 1]);
    }

    public Zones and(Zones others) {
        var both = (BitSet) indices.clone();
        both.or(others.indices);
        return new Zones(both);
    }

    public boolean contains(int zone) {
        return indices.get(zone);
    }

    public boolean containsAll(Zones others) {
        var rest = (BitSet) others.indices.clone();
        rest.andNot(indices);
        return rest.isEmpty();
    }

    public boolean meets(Zones others) {
        return indices.intersects(others.indices);
    }

    public int last() {
        return indices.length() - 1;
    }

    /** One by one, as every LIFX client does it: {@code 0|1|2}. */
    @Override
    public String toString() {
        return indices.stream().mapToObj(Integer::toString).collect(Collectors.joining("|"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Zones zones && indices.equals(zones.indices);
    }

    @Override
    public int hashCode() {
        return indices.hashCode();
    }
}
