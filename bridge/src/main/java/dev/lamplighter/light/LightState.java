package dev.lamplighter.light;

import dev.lamplighter.light.LightCommand.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a light shows.
 *
 * @param infrared empty where the product has none
 * @param effect the effect running in the light's firmware, in LIFX's lower-case word
 * @param zones of a multizone light, in order; empty for any other
 */
public record LightState(Power power, Level level, Color color, Optional<Level> infrared, Optional<String> effect,
        List<Zone> zones) {
    /** What one zone shows. */
    public record Zone(Level level, Color color) {
        Zone after(Change change) {
            return new Zone(change.level().orElse(level), change.color().orElse(color));
        }
    }

    public LightState {
        zones = List.copyOf(zones);
    }

    public LightState(Power power, Level level, Color color, Optional<Level> infrared) {
        this(power, level, color, infrared, Optional.empty(), List.of());
    }

    /** What the light will show once {@code change} is done. */
    public LightState after(Change change) {
        return new LightState(change.power().orElse(power), change.level().orElse(level), change.color().orElse(color),
                infrared.isPresent() ? change.infrared().or(() -> infrared) : infrared, effect,
                zones.stream().map(zone -> zone.after(change)).toList());
    }

    /** What the light will show once {@code change} is done to {@code some} of its zones; what power it has, it has as a whole. */
    public LightState after(Change change, Zones some) {
        var next = new ArrayList<Zone>();
        for (var index = 0; index < zones.size(); index++) {
            next.add(some.contains(index) ? zones.get(index).after(change) : zones.get(index));
        }
        return new LightState(change.power().orElse(power), level, color, infrared, effect, next);
    }

    public LightState withEffect(Optional<String> running) {
        return new LightState(power, level, color, infrared, running, zones);
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
        if (step.saturation() != 0) {
            change = change.with(start.saturated(step.hue(), step.saturation()));
        }
        if (step.kelvin() != 0) {
            change = change.with(Color.White.clipped((long) start.kelvin() + step.kelvin()));
        }
        if (step.infrared() != 0 && infrared.isPresent()) {
            change = change.withInfrared(Level.clipped(start.infrared.orElse(Level.NONE).fraction() + step.infrared()));
        }
        return change;
    }

    private Color turned(double degrees) {
        return switch (color) {
            case Color.Hue(var from, var saturation) -> Color.ofHue(from + degrees, saturation);
            case Color.White _ -> Color.ofHue(degrees, 1);
        };
    }

    private Color saturated(double turn, double more) {
        return switch (turned(turn)) {
            case Color.Hue(var degrees, var from) when color instanceof Color.Hue ->
                Color.ofHue(degrees, Level.clipped(from + more).fraction());
            case Color.Hue(var degrees, _) -> Color.ofHue(degrees, Level.clipped(more).fraction());
            case Color.White white -> white;
        };
    }

    private int kelvin() {
        return switch (color) {
            case Color.White(var kelvin) -> kelvin;
            case Color.Hue _ -> Color.NEUTRAL;
        };
    }
}
