package dev.lamplighter.simulator;

import dev.lamplighter.light.Color;
import dev.lamplighter.light.Power;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** Reads a request that moves lights from where they are. */
final class DeltaAction {
    /** The warmest white a step of kelvin leads to, by LIFX's text, though newer lights go lower. */
    private static final int WARMEST = 2500;

    private DeltaAction() {}

    static Action read(LightSelector selector, Fields fields) {
        var fast = fields.flag("fast", false);
        var change = change(fields);
        fields.refuseProblems();
        return turn -> Results.reply(StateActions.sent(turn, turn.require(selector), change), fields.unknown(), fast);
    }

    private static LightChange change(Fields fields) {
        Optional<Power> power = fields.power();
        var infrared = fields.number("infrared", -1, 1);
        return new LightChange(power, color(fields),
                before -> Hsbk.units(Math.clamp(Hsbk.fraction(before) + infrared.orElse(0), 0.0, 1.0)),
                fields.duration().orElse(LightChange.STANDARD));
    }

    private static UnaryOperator<Hsbk> color(Fields fields) {
        var hue = fields.number("hue", -360, 360);
        var saturation = fields.number("saturation", -1, 1);
        var brightness = fields.number("brightness", -1, 1);
        var kelvin = fields.number("kelvin", -Color.COLDEST, Color.COLDEST);
        return before -> {
            var after = hue.isPresent() ? before.withHue((before.degrees() + hue.getAsDouble() + 360) % 360) : before;
            after = saturation.isPresent() ? after.withSaturation(sum(before.saturated(), saturation)) : after;
            after = brightness.isPresent() ? after.withBrightness(sum(before.bright(), brightness)) : after;
            return kelvin.isPresent()
                    ? after.withKelvin(
                            Math.clamp(before.kelvin() + (int) kelvin.getAsDouble(), WARMEST, Color.COLDEST))
                    : after;
        };
    }

    private static double sum(double before, OptionalDouble step) {
        return Math.clamp(before + step.orElse(0), 0.0, 1.0);
    }
}
