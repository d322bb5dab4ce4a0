package dev.lamplighter.simulator;

import dev.lamplighter.light.Light.Product;
import dev.lamplighter.light.Power;
import dev.lamplighter.simulator.SimulatedLight.Look;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Reads the requests for effects. Breathe and pulse are waveforms, over at once here: they leave the power, and with {@code persist} the
 * colour, but never show as an effect. The others run in the light until they are stopped; one that a light cannot do leaves it as it is.
 */
final class EffectActions {
    private static final double LONGEST = 3_155_760_000.0;
    private static final double MOST_CYCLES = 1e10;

    private final RandomGenerator random;

    EffectActions(RandomGenerator random) {
        this.random = random;
    }

    /** Empty when there is no effect of that name. */
    Optional<Action> read(String name, LightSelector selector, Fields fields) {
        return switch (name) {
            case "breathe", "pulse" -> Optional.of(waveform(selector, fields));
            case "move" -> Optional.of(move(selector, fields));
            case "morph", "flame", "clouds", "sunrise", "sunset" -> Optional.of(matrix(name, selector, fields));
            case "off" -> Optional.of(off(selector, fields));
            default -> Optional.empty();
        };
    }

    private static Action waveform(LightSelector selector, Fields fields) {
        fields.require("color");
        var color = fields.color("color");
        fields.color("from_color");
        fields.number("period", 0, LONGEST);
        fields.number("cycles", 0, MOST_CYCLES);
        fields.number("peak", 0, 1);
        var persist = fields.flag("persist", false);
        var lit = lit(fields);
        return effect(selector, fields, light -> {
            var look = lit.apply(light.look());
            return persist && color.isPresent()
                    ? look.with(light.model().shown(color.get().on(look.color())))
                    : look;
        });
    }

    private static Action move(LightSelector selector, Fields fields) {
        fields.word("direction", Set.of("forward", "backward"));
        fields.number("period", 0, LONGEST);
        var stops = fields.number("cycles", 0, MOST_CYCLES).orElse(1) == 0;
        var lit = lit(fields);
        return effect(selector, fields, firmware("move", stops, lit, Product::multizone));
    }

    private Action matrix(String name, LightSelector selector, Fields fields) {
        fields.number("period", 0, LONGEST);
        fields.number("cycles", 0, MOST_CYCLES);
        fields.read("palette", this::palette);
        var stops = fields.number("duration", 0, LONGEST).orElse(1) == 0;
        var lit = lit(fields);
        return effect(selector, fields, firmware(name, stops, lit, Product::matrix));
    }

    private static Action off(LightSelector selector, Fields fields) {
        var dark = fields.flag("power_off", false);
        return effect(selector, fields, light -> {
            var look = light.look().withEffect(Look.NO_EFFECT);
            return dark ? look.with(Power.OFF) : look;
        });
    }

    private static Action effect(LightSelector selector, Fields fields, Shown shown) {
        var fast = fields.flag("fast", false);
        fields.refuseProblems();
        return turn -> Results.reply(
                Results.of(turn, turn.require(selector), (light, _) -> light.with(shown.by(light))), fields.unknown(),
                fast);
    }

    /** What a light shows once the effect has reached it. */
    private interface Shown {
        Look by(SimulatedLight light);
    }

    private static Shown firmware(String name, boolean stops, UnaryOperator<Look> lit, Predicate<Product> able) {
        var shown = stops ? Look.NO_EFFECT : name.toUpperCase(Locale.ROOT);
        return light -> able.test(light.model().product()) ? lit.apply(light.look()).withEffect(shown) : light.look();
    }

    private static UnaryOperator<Look> lit(Fields fields) {
        return fields.flag("power_on", true) ? look -> look.with(Power.ON) : UnaryOperator.identity();
    }

    private Optional<List<JsonNode>> palette(JsonNode value) {
        var colors = value.isArray() ? value.values().stream().toList() : List.<JsonNode>of();
        var good = value.isArray() && colors.stream().allMatch(
                color -> color.isString() && ColorString.parse(color.stringValue(), random).isPresent());
        return good ? Optional.of(colors) : Optional.empty();
    }
}
