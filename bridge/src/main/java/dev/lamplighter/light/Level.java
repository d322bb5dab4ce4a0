package dev.lamplighter.light;

/** A brightness (or infrared strength) as a fraction of the most a light can give, 0 to 1 inclusive. */
public record Level(double fraction) {
    public static final Level NONE = new Level(0);
    public static final Level FULL = new Level(1);

    public Level {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("a level lies between 0 and 1, not at " + fraction);
        }
    }

    /** The level nearest to {@code fraction}: what lies outside 0..1 is brought to the edge. */
    public static Level clipped(double fraction) {
        return new Level(Math.clamp(fraction, 0.0, 1.0));
    }
}
