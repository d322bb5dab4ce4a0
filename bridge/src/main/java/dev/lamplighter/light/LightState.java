package dev.lamplighter.light;

import dev.lamplighter.light.LightCommand.Change;
import java.util.Optional;

/** What a light shows. {@code infrared} is empty where the product has none. */
public record LightState(Power power, Level level, Color color, Optional<Level> infrared) {
    /** What the light will show once {@code change} is done. */
    public LightState after(Change change) {
        return new LightState(change.power().orElse(power), change.level().orElse(level), change.color().orElse(color),
                infrared.isPresent() ? change.infrared().or(() -> infrared) : infrared);
    }

    /** The absolute change that {@code step} means from here. */
    public Change stepped(LightCommand.Step step) {
        var start = after(step.base());
        var change = step.base();
        if (step.level() != 0) {
            var from = power == Power.OFF ? 0 : start.level.fraction();
            var to = Level.clipped(from + step.level());
            change = to.fraction() > 0 ? change.with(Power.ON).with(to) : change.with(Power.OFF);
        }
        if (step.hue() != 0) {
            change = change.with(start.turned(step.hue()));
        }
        if (step.kelvin() != 0) {
            change = change.with(Color.White.clipped((long) start.kelvin() + step.kelvin()));
        }
        return change;
    }

    private Color turned(double degrees) {
        return switch (color) {
            case Color.Hue(var from, var saturation) -> Color.ofHue(from + degrees, saturation);
            case Color.White _ -> Color.ofHue(degrees, 1);
        };
    }

    private int kelvin() {
        return switch (color) {
            case Color.White(var kelvin) -> kelvin;
            case Color.Hue _ -> Color.NEUTRAL;
        };
    }
}
