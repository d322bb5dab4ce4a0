package dev.lamplighter.light;

import java.util.Optional;

/** What somebody wishes of a light. */
public sealed interface LightCommand {
    /**
     * Absolute values for some of what a light shows; what is empty stays as it is. Sending the same change twice does no more than once.
     *
     * <p>
     * Changes merge: {@link #then} is associative and {@link #NONE} changes nothing, which is all that coalescing needs.
     *
     * @param infrared the most infrared the light may give, on products that have it
     * @param fade the transition of all of it
     */
    record Change(Optional<Power> power, Optional<Level> level, Optional<Color> color, Optional<Level> infrared,
            Fade fade) implements LightCommand {
        public static final Change NONE = new Change(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Fade.NONE);

        public static Change to(Power power) {
            return NONE.with(power);
        }

        public static Change to(Level level) {
            return NONE.with(level);
        }

        public static Change to(Color color) {
            return NONE.with(color);
        }

        public Change with(Power to) {
            return new Change(Optional.of(to), level, color, infrared, fade);
        }

        public Change with(Level to) {
            return new Change(power, Optional.of(to), color, infrared, fade);
        }

        public Change with(Color to) {
            return new Change(power, level, Optional.of(to), infrared, fade);
        }

        public Change withInfrared(Level to) {
            return new Change(power, level, color, Optional.of(to), fade);
        }

        public Change over(Fade time) {
            return new Change(power, level, color, infrared, time);
        }

        /** This wish followed by a later one: the later fields win, and so does the later fade where it changes anything. */
        public Change then(Change later) {
            if (later.isNone()) {
                return this;
            }
            return new Change(later.power.or(() -> power), later.level.or(() -> level), later.color.or(() -> color),
                    later.infrared.or(() -> infrared), later.fade);
        }

        /** What is left of this wish once {@code later} has overwritten its own fields. */
        public Change without(Change later) {
            return new Change(later.power.isPresent() ? Optional.empty() : power,
                    later.level.isPresent() ? Optional.empty() : level,
                    later.color.isPresent() ? Optional.empty() : color,
                    later.infrared.isPresent() ? Optional.empty() : infrared, fade);
        }

        /** Whether this leaves a light as it is. */
        public boolean isNone() {
            return power.isEmpty() && level.isEmpty() && color.isEmpty() && infrared.isEmpty();
        }
    }

    /** On if all lights meant are off, else off. */
    record Toggle(Fade fade) implements LightCommand {}

    /**
     * Steps from where a light is, after {@code base} has been set.
     *
     * @param level added to the level, -1 to 1; a light that is off counts as level 0 and comes on when the sum is above 0
     * @param hue degrees turned on the colour wheel
     * @param saturation added to the saturation, -1 to 1
     * @param kelvin added to the white's temperature; a light showing a hue turns white
     * @param infrared added to the infrared, -1 to 1
     */
    record Step(Change base, double level, double hue, double saturation, int kelvin,
            double infrared) implements LightCommand {
        public static Step by(Change base, double level) {
            return new Step(base, level, 0, 0, 0, 0);
        }

        /** Whether nothing is stepped. */
        public boolean isNone() {
            return level == 0 && hue == 0 && saturation == 0 && kelvin == 0 && infrared == 0;
        }
    }

    /** Something done once, after {@code first} has been set. */
    record Perform(Change first, Action action) implements LightCommand {}
}
