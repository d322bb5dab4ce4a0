package dev.lamplighter.cloud;

/**
 * Undoes how the LIFX Cloud rounds: it keeps a value as so many 65535ths of its range, always rounded down, so that 0.5 comes back as
 * 0.49999237.
 *
 * <p>
 * What was read stands for everything up to the next 65535th; of that, the number with the fewest decimal places is what somebody most
 * likely sent. It differs from the value sent by less than one 65535th of the range: 0.0000153 for a level or a saturation, 0.0055 degrees
 * for a hue. Multiples of 1/255 and of 1/100 come back as themselves once rounded.
 */
final class Truncation {
    private static final double STEPS = 65_535;
    private static final int FINEST = 100_000;
    /** Steps by which a number read may miss a whole one and still count as truncated. */
    private static final double NOISE = 1e-6;

    private Truncation() {}

    /**
     * @param read 0 to {@code range}
     * @return {@code read} itself where it is no multiple of a 65535th, as then nothing was cut off
     */
    static double undone(double read, int range) {
        var steps = read / range * STEPS;
        var step = Math.rint(steps);
        return Math.abs(steps - step) > NOISE ? read : roundest(step, range);
    }

    private static double roundest(double step, int range) {
        for (var scale = 1; scale < FINEST; scale *= 10) {
            var candidate = Math.ceil(step * range * scale / STEPS) / scale;
            if (candidate * STEPS < (step + 1) * range) {
                return candidate;
            }
        }
        return Math.ceil(step * range * FINEST / STEPS) / FINEST;
    }
}
