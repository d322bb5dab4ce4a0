package dev.lamplighter.homeassistant;

import dev.lamplighter.light.Light.Kelvins;
import dev.lamplighter.light.Light.Product;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A light, or several together, in Home Assistant's JSON schema. */
final class LightEntity {
    static final String KEY = "light";

    private static final List<String> WAVES = List.of("breathe", "pulse");
    private static final List<String> ON_STRIPS = List.of("move");
    private static final List<String> ON_MATRICES = List.of("morph", "flame", "clouds", "sunrise", "sunset");

    private LightEntity() {}

    /** Where a light is commanded, and where it tells what it shows. */
    record Topics(String state, String set) {}

    static Entity of(Product product, Topics topics) {
        return of(List.of(product), topics);
    }

    /** What all of them together can do: a command that some cannot carry out is carried out by the others. */
    static Entity of(Collection<Product> products, Topics topics) {
        var light = Entity.main("light", KEY).with("schema", "json").with("state_topic", topics.state())
                .with("command_topic", topics.set()).with("brightness", true).with("effect", true).with("flash", true)
                .with("transition", true);
        var modes = light.config().putArray("supported_color_modes");
        modes(products).forEach(modes::add);
        if (modes(products).contains("color_temp")) {
            var range = range(products);
            light.with("color_temp_kelvin", true).with("min_kelvin", range.least()).with("max_kelvin", range.most());
        }
        var effects = light.config().putArray("effect_list");
        effects(products).forEach(effects::add);
        return light;
    }

    private static List<String> modes(Collection<Product> products) {
        var modes = new ArrayList<String>();
        if (products.stream().anyMatch(LightEntity::isWarmToCool)) {
            modes.add("color_temp");
        }
        if (products.stream().anyMatch(Product::color)) {
            modes.add("hs");
        }
        return modes.isEmpty() ? List.of("brightness") : modes;
    }

    private static boolean isWarmToCool(Product product) {
        return product.color() || product.kelvin().least() < product.kelvin().most();
    }

    private static Kelvins range(Collection<Product> products) {
        var tunable = products.stream().filter(LightEntity::isWarmToCool).map(Product::kelvin).toList();
        return new Kelvins(tunable.stream().mapToInt(Kelvins::least).min().orElseThrow(),
                tunable.stream().mapToInt(Kelvins::most).max().orElseThrow());
    }

    private static List<String> effects(Collection<Product> products) {
        var effects = new ArrayList<>(List.of("off"));
        effects.addAll(WAVES);
        if (products.stream().anyMatch(Product::multizone)) {
            effects.addAll(ON_STRIPS);
        }
        if (products.stream().anyMatch(Product::matrix)) {
            effects.addAll(ON_MATRICES);
        }
        return effects;
    }
}
