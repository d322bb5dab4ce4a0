package dev.lamplighter.simulator;

import dev.lamplighter.light.Power;
import dev.lamplighter.simulator.SimulatedLight.Look;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Reads the requests for effects. Breathe and pulse are waveforms, over at once here: they leave the power, and with {@code persist} the
 * colour, but never show as an effect. The others run in the light; one that a light cannot do leaves it as it is.
 */
final class EffectActions {
    private static final double MOST_CYCLES = 1e10;

    private final RandomGenerator random;

    EffectActions(RandomGenerator random) {
        this.random = random;
    }

    /** Empty when there is no effect of that name. */
    Optional<Action> read(String name, LightSelector selector, Fields fields) {
        return switch (name) {
            case "breathe" -> {
                fields.number("peak", 0, 1);
                yield Optional.of(waveform(selector, fields));
            }
            case "pulse" -> Optional.of(waveform(selector, fields));
            case "off" -> Optional.of(off(selector, fields));
            default -> firmware(name, fields).map(effect -> start(effect, selector, fields));
        };
    }

    private Optional<FirmwareEffect> firmware(String name, Fields fields) {
        return switch (name) {
            case "move" -> Optional.of(FirmwareEffect.move(fields));
            case "morph" -> Optional.of(FirmwareEffect.morph(fields, random));
            case "flame" -> Optional.of(FirmwareEffect.flame(fields));
            case "clouds", "sunrise", "sunset" -> Optional.of(FirmwareEffect.sky(name, fields, random));
            default -> Optional.empty();
        };
    }

    private static Action waveform(LightSelector selector, Fields fields) {
        fields.require("color");
        var color = fields.color("color");
        fields.color("from_color");
        fields.seconds("period");
        fields.number("cycles", 0, MOST_CYCLES);
        var persist = fields.flag("persist", false);
        var lit = lit(fields);
        return effect(selector, fields, (light, _) -> {
            var look = lit.apply(light.look());
            return persist && color.isPresent()
                    ? look.with(light.model().shown(color.get().on(look.color())))
                    : look;
        });
    }

    private static Action start(FirmwareEffect effect, LightSelector selector, Fields fields) {
        var lit = lit(fields);
        return effect(selector, fields,
                (light, now) -> effect.runsOn(light.model().product())
                        ? lit.apply(light.look()).withEffect(effect.startedAt(now))
                        : light.look());
    }

    private static Action off(LightSelector selector, Fields fields) {
        var dark = fields.flag("power_off", false);
        return effect(selector, fields, (light, _) -> {
            var look = light.look().withEffect(Optional.empty());
            return dark ? look.with(Power.OFF) : look;
        });
    }

    private static Action effect(LightSelector selector, Fields fields, Shown shown) {
        var fast = fields.flag("fast", false);
        fields.refuseProblems();
        return turn -> Results.reply(
                Results.of(turn, turn.require(selector), (light, _) -> light.with(shown.by(light, turn.now()))),
                fields.unknown(), fast);
    }

    /** What a light shows once the effect has reached it. */
    private interface Shown {
        Look by(SimulatedLight light, Instant now);
    }

    private static UnaryOperator<Look> lit(Fields fields) {
        return fields.flag("power_on", true) ? look -> look.with(Power.ON) : UnaryOperator.identity();
    }
}
