package dev.lamplighter.simulator;

import dev.lamplighter.light.Light.Kelvins;
import dev.lamplighter.light.Light.Product;
import java.util.Locale;

/** A product that can be simulated, with the number and the abilities LIFX's product list gives it. */
public enum Model {
    WHITE(51, new Product("LIFX Mini White", false, false, false, false, false, new Kelvins(2700,
            2700))), WHITE_TO_WARM(50, new Product("LIFX Mini White to Warm", false, false, false, false, false,
                    new Kelvins(1500, 6500))), COLOR(
                            27,
                            new Product("LIFX A19", true, false, false, false, false, new Kelvins(2500,
                                    9000))), NIGHT_VISION(30, new Product("LIFX BR30 Night Vision", true, true, false,
                                            false, false, new Kelvins(2500, 9000))), STRIP(
                                                    32,
                                                    new Product("LIFX Z", true, false, true, false, false,
                                                            new Kelvins(2500, 9000))), CANDLE(
                                                                    57,
                                                                    new Product("LIFX Candle", true, false, false, true,
                                                                            false, new Kelvins(1500, 9000))), CLEAN(
                                                                                    90,
                                                                                    new Product("LIFX Clean", true,
                                                                                            false, false, false, true,
                                                                                            new Kelvins(1500, 9000)));

    /** Zones of a new strip. */
    static final int ZONES = 16;

    private final int number;
    // A record of values is immutable, which Error Prone believes only of annotated ones.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Product product;

    Model(int number, Product product) {
        this.number = number;
        this.product = product;
    }

    /** The product number of LIFX's list. */
    public int number() {
        return number;
    }

    public Product product() {
        return product;
    }

    String identifier() {
        return product.name().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** What this product makes of a colour: whites stay white, and a temperature outside its range comes to the nearer end. */
    Hsbk shown(Hsbk wished) {
        var range = product.kelvin();
        var kelvin = Math.clamp(wished.kelvin(), range.least(), range.most());
        return product.color() ? wished.withKelvin(kelvin) : new Hsbk(0, 0, wished.brightness(), kelvin);
    }
}
