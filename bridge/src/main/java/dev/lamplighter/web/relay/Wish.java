package dev.lamplighter.web.relay;

import dev.lamplighter.light.ColorParts;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Power;
import java.util.Optional;

/** What {@code state} asks of a light; which change that is may depend on the colour it shows. */
record Wish(Optional<Power> power, Optional<ColorParts> color, Optional<Level> brightness, Optional<Level> infrared,
        Fade fade) {
    static Wish read(Fields fields, Colors colors) {
        return new Wish(fields.power(), colors.take(fields, "color"), fields.level("brightness"),
                fields.level("infrared"), fields.fade());
    }

    /** Brightness of its own goes over that of the colour. */
    Change on(LightState state) {
        var painted = color.map(parts -> parts.on(state.color())).orElse(Change.NONE);
        return new Change(power, brightness.or(painted::level), painted.color(), infrared, fade);
    }
}
