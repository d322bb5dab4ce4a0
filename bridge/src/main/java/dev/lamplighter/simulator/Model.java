package dev.lamplighter.simulator;

import dev.lamplighter.light.Light.Kelvins;
import dev.lamplighter.light.Light.Product;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** A product that can be simulated, with the number and the abilities LIFX's product list gives it at its firmware. */
public enum Model {
    WHITE(51, "LIFX Mini White", new Kelvins(2700, 2700), new Firmware(3, 60), Size.ONE), //
    WHITE_TO_WARM(50, "LIFX Mini White to Warm", new Kelvins(1500, 6500), new Firmware(3, 60), Size.ONE), //
    COLOR(27, "LIFX A19", new Kelvins(2500, 9000), new Firmware(2, 76), Size.ONE, Can.COLOR), //
    NIGHT_VISION(30, "LIFX BR30 Night Vision", new Kelvins(2500, 9000), new Firmware(2, 76), Size.ONE, Can.COLOR,
            Can.INFRARED), //
    STRIP(32, "LIFX Z", new Kelvins(2500, 9000), new Firmware(2, 77), new Size(16, 1), Can.COLOR, Can.ZONES,
            Can.MANY_ZONES), //
    OLD_STRIP(31, "LIFX Z", new Kelvins(2500, 9000), new Firmware(1, 22), new Size(16, 1), Can.COLOR, Can.ZONES), //
    NEON(161, "LIFX Outdoor Neon US", new Kelvins(1500, 9000), new Firmware(4, 112), new Size(120, 1), Can.COLOR,
            Can.ZONES, Can.MANY_ZONES), //
    CANDLE(57, "LIFX Candle", new Kelvins(1500, 9000), new Firmware(3, 70), new Size(5, 6), Can.COLOR, Can.MATRIX), //
    CEILING(176, "LIFX Ceiling US", new Kelvins(1500, 9000), new Firmware(4, 112), new Size(8, 8), Can.COLOR,
            Can.MATRIX), //
    CLEAN(90, "LIFX Clean", new Kelvins(1500, 9000), new Firmware(3, 90), Size.ONE, Can.COLOR, Can.HEV), //
    SWITCH(70, "LIFX Switch", Kelvins.ANY, new Firmware(3, 90), Size.ONE, Can.RELAYS);

    /** What it runs, such as 3.70, and when that was built. */
    public record Firmware(int major, int minor, Instant built) {
        Firmware(int major, int minor) {
            this(major, minor, Instant.parse("2019-01-31T23:35:26Z"));
        }
    }

    /** Of its zones: a strip is as wide as they are many. */
    public record Size(int width, int height) {
        static final Size ONE = new Size(0, 0);

        /** 0 where it shows one colour only. */
        public int zones() {
            return width * height;
        }
    }

    private enum Can {
        COLOR, INFRARED, ZONES, MANY_ZONES, MATRIX, HEV, RELAYS
    }

    private final int number;
    // Records of values are immutable, which Error Prone believes only of annotated ones.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Product product;
    @SuppressWarnings("ImmutableEnumChecker")
    private final Firmware firmware;
    @SuppressWarnings("ImmutableEnumChecker")
    private final Size size;
    private final boolean extended;
    private final boolean relays;

    Model(int number, String name, Kelvins kelvins, Firmware firmware, Size size, Can... abilities) {
        var can = Arrays.asList(abilities);
        this.number = number;
        this.firmware = firmware;
        this.size = size;
        this.extended = can.contains(Can.MANY_ZONES);
        this.relays = can.contains(Can.RELAYS);
        this.product = new Product(name, can.contains(Can.COLOR), can.contains(Can.INFRARED), can.contains(Can.ZONES),
                can.contains(Can.MATRIX), can.contains(Can.HEV), kelvins);
    }

    /** The product number of LIFX's list. */
    public int number() {
        return number;
    }

    public Product product() {
        return product;
    }

    public Firmware firmware() {
        return firmware;
    }

    public Size size() {
        return size;
    }

    /** Whether its zones can be told in one message. */
    public boolean extended() {
        return extended;
    }

    /** Whether it switches other things and is no light itself. */
    public boolean relays() {
        return relays;
    }

    String identifier() {
        return product.name().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** What this product makes of a colour: whites stay white, and a temperature outside its range comes to the nearer end. */
    public Hsbk shown(Hsbk wished) {
        var range = product.kelvin();
        var kelvin = Math.clamp(wished.kelvin(), range.least(), range.most());
        return product.color() ? wished.withKelvin(kelvin) : new Hsbk(0, 0, wished.brightness(), kelvin);
    }
}
