package dev.lamplighter.light;

import dev.lamplighter.light.LightCommand.Change;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a colour string of LIFX's sets. It may set half a colour, which is one only together with what a light shows.
 *
 * @param hue 0 to 360 degrees
 * @param saturation 0 to 1
 * @param brightness 0 to 1
 * @param kelvin 1500 to 9000
 */
public record ColorParts(OptionalDouble hue, OptionalDouble saturation, OptionalDouble brightness, OptionalInt kelvin) {
    /** The change it means whatever a light shows; rejected when it leaves a colour half open. */
    public Parsed<Change> change() {
        return hue.isPresent() == saturation.isPresent() || isWhite()
                ? Parsed.accepted(on(new Color.White(Color.NEUTRAL)))
                : Parsed.rejected("color", "a colour needs both hue: and saturation:");
    }

    /** The change it means for a light that shows {@code before}: what it leaves open stays. */
    public Change on(Color before) {
        var change = color(before).map(Change::to).orElse(Change.NONE);
        return brightness.isPresent() ? change.with(new Level(brightness.getAsDouble())) : change;
    }

    private boolean isWhite() {
        return saturation.isPresent() && saturation.getAsDouble() == 0;
    }

    private Optional<Color> color(Color before) {
        if (isWhite()) {
            return Optional
                    .of(new Color.White(kelvin.orElse(before instanceof Color.White(var own) ? own : Color.NEUTRAL)));
        }
        if (hue.isEmpty() && saturation.isEmpty()) {
            return Optional.empty();
        }
        return switch (before) {
            case Color.Hue(var degrees, var strength) ->
                Optional.of(Color.ofHue(hue.orElse(degrees), saturation.orElse(strength)));
            // Another hue without saturation is the same white.
            case Color.White _ -> saturation.isPresent()
                    ? Optional.of(Color.ofHue(hue.orElse(0), saturation.getAsDouble()))
                    : Optional.empty();
        };
    }
}
