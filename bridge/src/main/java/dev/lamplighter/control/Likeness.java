package dev.lamplighter.control;

import dev.lamplighter.light.Color;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.LightState.Zone;
import dev.lamplighter.light.Power;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether two states look the same, LIFX's rounding to 16 bits and to whole kelvins left aside. */
final class Likeness {
    private static final double LEVEL = 0.003;
    private static final double ON_THE_WAY = 0.03;
    private static final double SATURATION = 0.006;
    private static final double DEGREES = 0.5;
    private static final double KELVINS = 10;

    private Likeness() {}

    /** Where lights have zones, these tell; which of them a strip's own colour speaks of is not known. A moving one is like any other. */
    static boolean alike(LightState one, LightState other) {
        if (one.power() != other.power() || !one.effect().equals(other.effect()) || !sameInfrared(one, other)) {
            return false;
        }
        return one.effect().isPresent() || zoned(one, other)
                .orElseGet(() -> alike(new Zone(one.level(), one.color()), new Zone(other.level(), other.color())));
    }

    /**
     * Whether a light may look like {@code seen} on its way from {@code start} to {@code end}, as far as its power and level tell. Of which
     * zone a strip's own level speaks is not known.
     */
    static boolean isBetween(LightState start, LightState seen, LightState end) {
        if (seen.power() != start.power() && seen.power() != end.power()) {
            return false;
        }
        var least = Math.min(start.level().fraction(), end.level().fraction());
        var most = Math.max(start.level().fraction(), end.level().fraction());
        // Whether a light comes on from nothing or from the level it kept is its own business.
        var isLit = start.power() == Power.ON && end.power() == Power.ON;
        return !seen.zones().isEmpty() || (seen.level().fraction() >= (isLit ? least : 0) - ON_THE_WAY
                && seen.level().fraction() <= most + ON_THE_WAY);
    }

    private static boolean sameInfrared(LightState one, LightState other) {
        return one.infrared().isEmpty() || other.infrared().isEmpty()
                || near(one.infrared().get().fraction(), other.infrared().get().fraction(), LEVEL);
    }

    private static Optional<Boolean> zoned(LightState one, LightState other) {
        var zones = one.zones().size();
        return zones > 0 && zones == other.zones().size()
                ? Optional.of(IntStream.range(0, zones)
                        .allMatch(zone -> alike(one.zones().get(zone), other.zones().get(zone))))
                : Optional.empty();
    }

    private static boolean alike(Zone one, Zone other) {
        return near(one.level().fraction(), other.level().fraction(), LEVEL) && alike(one.color(), other.color());
    }

    private static boolean alike(Color one, Color other) {
        if (one instanceof Color.Hue(var degrees, var saturation)
                && other instanceof Color.Hue(var hue, var strength)) {
            var apart = Math.abs(degrees - hue);
            return near(Math.min(apart, 360 - apart), 0, DEGREES) && near(saturation, strength, SATURATION);
        }
        return one instanceof Color.White(var kelvin) && other instanceof Color.White(var temperature)
                && near(kelvin, temperature, KELVINS);
    }

    private static boolean near(double one, double other, double tolerance) {
        return Math.abs(one - other) <= tolerance;
    }
}
