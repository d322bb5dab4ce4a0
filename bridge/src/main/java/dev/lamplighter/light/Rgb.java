package dev.lamplighter.light;

/**
 * Red, green and blue light, 0 to 1 each, as screens and colour pickers say it.
 *
 * <p>
 * There and back through {@link #color()} and {@link #level()} loses less than 1e-9 a channel; through whole bytes (0 to 255) nothing.
 */
public record Rgb(double red, double green, double blue) {
    public Rgb {
        if (!(isChannel(red) && isChannel(green) && isChannel(blue))) {
            throw new IllegalArgumentException("a colour channel lies between 0 and 1");
        }
    }

    public static Rgb ofBytes(int red, int green, int blue) {
        return new Rgb(red / 255.0, green / 255.0, blue / 255.0);
    }

    /** The light of a hue at a level; a white counts as equal parts of all three. */
    public static Rgb of(Color color, Level level) {
        var value = level.fraction();
        return switch (color) {
            case Color.White _ -> new Rgb(value, value, value);
            case Color.Hue(var degrees, var saturation) -> new Rgb(channel(5, degrees, saturation, value),
                    channel(3, degrees, saturation, value), channel(1, degrees, saturation, value));
        };
    }

    /**
     * The light at a point of the CIE 1931 chromaticity diagram, at full strength. Uses the wide-gamut D65 matrix that Home Assistant and
     * Hue lights use; points outside that gamut are brought to its edge. Hue and saturation come back from {@link #toXy()} within 0.002 in
     * x and y.
     */
    public static Rgb ofXy(double x, double y) {
        var height = y <= 0 ? 1e-9 : y;
        var bigX = x / height;
        var bigZ = (1 - x - height) / height;
        var red = 1.656492 * bigX - 0.354851 - 0.255038 * bigZ;
        var green = -0.707196 * bigX + 1.655397 + 0.036152 * bigZ;
        var blue = 0.051713 * bigX - 0.121364 + 1.011530 * bigZ;
        var strongest = Math.max(red, Math.max(green, blue));
        return new Rgb(compressed(red / strongest), compressed(green / strongest), compressed(blue / strongest));
    }

    /** The point of this light on the CIE 1931 chromaticity diagram; black has the point of white. */
    public Xy toXy() {
        var r = expanded(red);
        var g = expanded(green);
        var b = expanded(blue);
        var bigX = 0.664511 * r + 0.154324 * g + 0.162028 * b;
        var bigY = 0.283881 * r + 0.668433 * g + 0.047685 * b;
        var bigZ = 0.000088 * r + 0.072310 * g + 0.986039 * b;
        var sum = bigX + bigY + bigZ;
        return sum == 0 ? new Rgb(1, 1, 1).toXy() : new Xy(bigX / sum, bigY / sum);
    }

    /** A point of the CIE 1931 chromaticity diagram. */
    public record Xy(double x, double y) {}

    public Color color() {
        var most = strongest();
        var spread = most - Math.min(red, Math.min(green, blue));
        return spread == 0 ? new Color.White(Color.NEUTRAL) : Color.ofHue(60 * sixth(most, spread), spread / most);
    }

    public Level level() {
        return new Level(strongest());
    }

    private double strongest() {
        return Math.max(red, Math.max(green, blue));
    }

    private double sixth(double most, double spread) {
        if (most == red) {
            return (green - blue) / spread;
        }
        return most == green ? 2 + (blue - red) / spread : 4 + (red - green) / spread;
    }

    private static double channel(int offset, double degrees, double saturation, double value) {
        var k = (offset + degrees / 60) % 6;
        return Math.clamp(value - value * saturation * Math.clamp(Math.min(k, 4 - k), 0.0, 1.0), 0.0, 1.0);
    }

    private static double compressed(double linear) {
        var clipped = Math.clamp(linear, 0.0, 1.0);
        return clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * Math.pow(clipped, 1 / 2.4) - 0.055;
    }

    private static double expanded(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static boolean isChannel(double value) {
        return value >= 0 && value <= 1;
    }
}
