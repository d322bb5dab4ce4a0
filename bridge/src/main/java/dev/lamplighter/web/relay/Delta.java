package dev.lamplighter.web.relay;

import dev.lamplighter.light.Color;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Power;
import java.util.Optional;

/** What {@code state/delta} asks: how far to go from where a light is. Brightness alone, unlike a step on MQTT, leaves the power. */
record Delta(Optional<Power> power, Optional<Double> hue, Optional<Double> saturation, Optional<Double> brightness,
        Optional<Double> kelvin, Optional<Double> infrared, Fade fade) {
    /** The warmest white that LIFX goes to by steps. */
    private static final int WARMEST = 2500;

    static Delta read(Fields fields) {
        return new Delta(fields.power(), fields.number("hue", -360, 360), fields.number("saturation", -1, 1),
                fields.number("brightness", -1, 1), fields.number("kelvin", -Color.COLDEST, Color.COLDEST),
                fields.number("infrared", -1, 1), fields.fade());
    }

    Change on(LightState state) {
        return new Change(power, brightness.map(step -> Level.clipped(state.level().fraction() + step)),
                color(state.color()), infrared.flatMap(step -> state.infrared()
                        .map(level -> Level.clipped(level.fraction() + step))),
                fade);
    }

    private Optional<Color> color(Color color) {
        return switch (color) {
            case Color.Hue(var degrees, var strength) -> hue.isEmpty() && saturation.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Color.ofHue(degrees + hue.orElse(0.0), clipped(strength + saturation.orElse(0.0))));
            case Color.White(var own) -> white(own);
        };
    }

    /** A white turned on the wheel is the same white, until it gets some saturation. */
    private Optional<Color> white(int own) {
        if (saturation.filter(more -> more > 0).isPresent()) {
            return Optional.of(Color.ofHue(hue.orElse(0.0), saturation.get()));
        }
        return kelvin.map(step -> new Color.White(Math.clamp(Math.round(own + step), WARMEST, Color.COLDEST)));
    }

    private static double clipped(double fraction) {
        return Math.clamp(fraction, 0.0, 1.0);
    }
}
