package dev.lamplighter.light;

/** What a light looks like apart from how bright it is: either a hue or a white, as LIFX lights show one or the other. */
public sealed interface Color {
    int COLDEST = 9000;
    int WARMEST = 1500;

    /**
     * A saturated colour. Saturation 0 would be a white and is not a hue.
     *
     * @param degrees on the colour wheel, 0 inclusive to 360 exclusive; red is 0, green 120, blue 240
     * @param saturation above 0, up to 1
     */
    record Hue(double degrees, double saturation) implements Color {
        public Hue {
            if (!(degrees >= 0 && degrees < 360)) {
                throw new IllegalArgumentException("a hue lies between 0 and 360 degrees, not at " + degrees);
            }
            if (!(saturation > 0 && saturation <= 1)) {
                throw new IllegalArgumentException("a saturation lies above 0 and up to 1, not at " + saturation);
            }
        }
    }

    /** A white of {@code kelvin} K: 1500 (candle) to 9000 (blue sky), the widest range a LIFX product has. */
    record White(int kelvin) implements Color {
        public White {
            if (kelvin < WARMEST || kelvin > COLDEST) {
                throw new IllegalArgumentException("a white lies between 1500 and 9000 K, not at " + kelvin);
            }
        }

        /** The white nearest to {@code kelvin} that exists. */
        public static White clipped(long kelvin) {
            return new White(Math.clamp(kelvin, WARMEST, COLDEST));
        }
    }

    /** A hue from any angle, wrapped into the wheel; without saturation it is the neutral white. */
    static Color ofHue(double degrees, double saturation) {
        var turn = degrees % 360;
        var wrapped = turn < 0 ? turn + 360 : turn;
        // A tiny negative angle plus 360 rounds to 360 itself.
        return saturation > 0 ? new Hue(wrapped >= 360 ? 0 : wrapped, saturation) : new White(NEUTRAL);
    }

    /** The white that stands for "no colour" where a wire gives a saturation of 0 and no temperature. */
    int NEUTRAL = 3500;
}
