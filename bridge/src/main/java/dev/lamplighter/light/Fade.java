package dev.lamplighter.light;

import java.time.Duration;

/** How long a light takes from its present look to the wished one; 0 to 100 years, which is LIFX's own limit. */
public record Fade(Duration time) {
    public static final Duration LONGEST = Duration.ofDays(36_525);
    public static final Fade NONE = new Fade(Duration.ZERO);

    public Fade {
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a transition lasts 0 s to 100 years, not " + time);
        }
    }

    public static Fade ofSeconds(double seconds) {
        return new Fade(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    public double seconds() {
        return time.toMillis() / 1000.0;
    }
}
