package dev.lamplighter.topics;

import dev.lamplighter.light.Color;
import dev.lamplighter.light.Light.Product;

/** Home Assistant's modes of colour, as far as LIFX lights have them; those that say most come first. */
enum ColorMode {
    HS("hs"), COLOR_TEMP("color_temp"), BRIGHTNESS("brightness");

    final String word;

    ColorMode(String word) {
        this.word = word;
    }

    /** How {@code product} shows {@code color}: never in a mode that it does not have. */
    static ColorMode of(Color color, Product product) {
        if (product.color()) {
            return color instanceof Color.Hue ? HS : COLOR_TEMP;
        }
        return product.kelvin().least() < product.kelvin().most() ? COLOR_TEMP : BRIGHTNESS;
    }
}
