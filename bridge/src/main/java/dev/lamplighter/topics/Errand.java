package dev.lamplighter.topics;

import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Selector;

/** A wish and whom it is for, the zones it names included. */
record Errand(Selector target, Wish wish) {
    static Parsed<Errand> of(Selector lights, Wish wish) {
        if (wish.zones().isEmpty()) {
            return Parsed.accepted(new Errand(lights, wish));
        }
        return isZoned(lights)
                ? Parsed.rejected("zones", "are given twice, here and in the selector")
                : Parsed.accepted(new Errand(new Selector.Zoned(lights, wish.zones().get()), wish));
    }

    private static boolean isZoned(Selector lights) {
        return lights instanceof Selector.Zoned
                || (lights instanceof Selector.Union(var parts) && parts.stream().anyMatch(Errand::isZoned));
    }
}
