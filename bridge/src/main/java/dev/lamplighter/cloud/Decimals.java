package dev.lamplighter.cloud;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as LIFX gets them: plain decimals, no exponent, no more digits than its 16 bits can tell apart. */
final class Decimals {
    private static final int FRACTION_PLACES = 6;
    private static final int DEGREE_PLACES = 4;

    private Decimals() {}

    static BigDecimal fraction(double value) {
        return rounded(value, FRACTION_PLACES);
    }

    static BigDecimal degrees(double value) {
        return rounded(value, DEGREE_PLACES);
    }

    static BigDecimal seconds(double value) {
        return rounded(value, 3);
    }

    /** How often, parts of a time included. */
    static BigDecimal count(double value) {
        return rounded(value, 3);
    }

    private static BigDecimal rounded(double value, int places) {
        var shortest = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
