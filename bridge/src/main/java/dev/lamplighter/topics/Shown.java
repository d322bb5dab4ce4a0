package dev.lamplighter.topics;

import dev.lamplighter.control.Known;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Light.Product;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Power;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one light shows, or several together.
 *
 * @param color in the given mode
 * @param effect LIFX's word for the one that runs, or {@link Effect#OFF}
 */
record Shown(boolean lit, Level level, ColorMode mode, Color color, String effect) {
    private static final double TINY = 1e-6;

    /** A light that is on and gives no light looks as one that is off. */
    static Shown of(LightState state, Product product) {
        var mode = ColorMode.of(state.color(), product);
        // A lamp without colours has no hue to show, whatever it may have been told.
        var color = mode == ColorMode.HS || state.color() instanceof Color.White
                ? state.color()
                : product.kelvin().nearest(new Color.White(Color.NEUTRAL));
        return new Shown(state.power() == Power.ON && state.level().fraction() > 0, state.level(), mode, color,
                state.effect().orElse(Effect.OFF));
    }

    /**
     * What {@code lights} show together, as Home Assistant's own groups have it: lit when any that counts is; of those that are lit (of all
     * that count when none is) the mean brightness, the most common mode of colour with the mean of those in it, and the most common effect.
     *
     * @param lights one or more
     */
    static Shown of(List<Known> lights) {
        var all = each(lights);
        var counted = each(counted(lights));
        var lit = counted.stream().filter(Shown::lit).toList();
        var looked = lit.isEmpty() ? counted : lit;
        var tellers = tellers(Stream.of(looked, counted, all)).orElse(looked);
        var mode = highest(tellers.stream()
                .collect(Collectors.groupingBy(Shown::mode, () -> new EnumMap<>(ColorMode.class),
                        Collectors.counting())));
        var like = tellers.stream().filter(shown -> shown.mode == mode).map(Shown::color).toList();
        return new Shown(!lit.isEmpty(), Level.clipped(mean(looked, shown -> shown.level.fraction())), mode,
                mean(like), mostCommon(looked, Shown::effect));
    }

    private static List<Shown> each(List<Known> lights) {
        return lights.stream().map(known -> of(known.state(), known.light().product())).toList();
    }

    /** Those of {@code lights} that count: one that cannot be reached does so only when none can. */
    static List<Known> counted(List<Known> lights) {
        var reachable = lights.stream().filter(Known::reachable).toList();
        return reachable.isEmpty() ? lights : reachable;
    }

    /**
     * Whose colours speak for the group: a light that can only be dimmed does not speak for one that has some, be that dark or away, as
     * the group is known by what any of its lights can do.
     */
    private static Optional<List<Shown>> tellers(Stream<List<Shown>> bestFirst) {
        return bestFirst.map(lights -> lights.stream().filter(shown -> shown.mode != ColorMode.BRIGHTNESS).toList())
                .filter(lights -> !lights.isEmpty()).findFirst();
    }

    private static Color mean(List<Color> colors) {
        var hues = colors.stream().filter(Color.Hue.class::isInstance).map(Color.Hue.class::cast).toList();
        if (hues.isEmpty()) {
            return Color.White.clipped(Math.round(mean(colors, color -> color instanceof Color.White(var kelvin)
                    ? kelvin
                    : Color.NEUTRAL)));
        }
        return meanHue(hues);
    }

    /** On the colour wheel, so that 350 and 10 degrees come to red; of hues that cancel each other out the first one's. */
    private static Color meanHue(List<Color.Hue> hues) {
        if (hues.stream().distinct().count() == 1) {
            return hues.getFirst();
        }
        var x = mean(hues, hue -> hue.saturation() * Math.cos(Math.toRadians(hue.degrees())));
        var y = mean(hues, hue -> hue.saturation() * Math.sin(Math.toRadians(hue.degrees())));
        var degrees = Math.hypot(x, y) < TINY ? hues.getFirst().degrees() : Math.toDegrees(Math.atan2(y, x));
        return Color.ofHue(degrees, mean(hues, Color.Hue::saturation));
    }

    private static <T> double mean(List<T> values, Function<T, ? extends Number> number) {
        return values.stream().mapToDouble(value -> number.apply(value).doubleValue()).average().orElse(0);
    }

    private static String mostCommon(List<Shown> lights, Function<Shown, String> word) {
        return highest(lights.stream().collect(Collectors.groupingBy(word, TreeMap::new, Collectors.counting())));
    }

    /** The key with the highest count; the first of them where there are several. */
    private static <K extends Comparable<K>> K highest(Map<K, Long> counts) {
        return counts.entrySet().stream()
                .min(Map.Entry.<K, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow().getKey();
    }
}
