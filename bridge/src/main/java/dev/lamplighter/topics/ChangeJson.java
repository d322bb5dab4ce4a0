package dev.lamplighter.topics;

import dev.lamplighter.light.Color;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Power;
import dev.lamplighter.topics.JsonFields.Wrong;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads a change, of a command or of a part of one.
 *
 * @param color what the keys of colour wish, a level among it where a colour string gives one
 * @param rest what all others wish
 * @param fade for both
 */
record ChangeJson(Change color, Change rest, Fade fade) {
    private static final int MIREDS_BELOW = 1000;
    private static final Map<String, Power> POWERS = Map.of("on", Power.ON, "off", Power.OFF);

    /** What a brightness means where it comes without a {@code state}. */
    enum Brightness {
        /** It lights a lamp, and 0 puts it out without forgetting how bright it was. */
        SWITCHES,
        /** It lights a lamp, and 0 is dark: parts of a lamp cannot be switched. */
        LIGHTS,
        /** It is nothing but a brightness. */
        DIMS;

        private Change of(double fraction) {
            return switch (this) {
                case SWITCHES -> CommandPayload.brightness(fraction);
                case LIGHTS ->
                    fraction > 0 ? CommandPayload.brightness(fraction) : DIMS.of(fraction);
                case DIMS -> Change.to(new Level(fraction));
            };
        }
    }

    /** @param otherwise the fade where the part names none */
    static Change part(JsonFields fields, Brightness brightness, Fade otherwise) throws Wrong {
        var state = fields.value("state");
        var power = state.isPresent() ? Optional.of(state.get().word(POWERS)) : Optional.<Power>empty();
        var change = read(fields, power, brightness).whole();
        return fields.has("transition") ? change : change.over(otherwise);
    }

    /** @param power what the {@code state} of the same object says */
    static ChangeJson read(JsonFields fields, Optional<Power> power, Brightness means) throws Wrong {
        var rest = Change.NONE;
        var brightness = brightness(fields);
        if (brightness.isPresent()) {
            var fraction = brightness.getAsDouble();
            rest = power.isPresent() ? Change.to(new Level(fraction)) : means.of(fraction);
        }
        var infrared = fields.number("infrared", 0, 1);
        if (infrared.isPresent()) {
            rest = rest.withInfrared(new Level(infrared.getAsDouble()));
        }
        return new ChangeJson(color(fields), power.isPresent() ? rest.with(power.get()) : rest, fade(fields));
    }

    Change whole() {
        return color.then(rest).over(fade);
    }

    Change withoutColor() {
        return rest.over(fade);
    }

    static Fade fade(JsonFields fields) throws Wrong {
        return Fade.ofSeconds(fields.number("transition", 0, (double) Fade.LONGEST.toSeconds()).orElse(0));
    }

    private static OptionalDouble brightness(JsonFields fields) throws Wrong {
        fields.notBoth("brightness", "brightness_pct");
        return JsonFields.either(JsonFields.scaled(fields.number("brightness", 0, 255), 255),
                JsonFields.scaled(fields.number("brightness_pct", 0, 100), 100));
    }

    private static Change color(JsonFields fields) throws Wrong {
        fields.notBoth("color", "color_temp");
        var temperature = fields.value("color_temp");
        return temperature.isPresent() ? white(temperature.get()) : ColorJson.read(fields, "color");
    }

    private static Change white(JsonValue temperature) throws Wrong {
        var value = temperature.number(0, Color.COLDEST);
        var kelvin = value < MIREDS_BELOW ? Math.round(1_000_000 / value) : Math.round(value);
        if (kelvin < Color.WARMEST || kelvin > Color.COLDEST) {
            throw temperature.wrong(
                    "lies between 1500 and 9000 K (111 to 666 mireds), not at " + JsonFields.plain(value));
        }
        return Change.to(new Color.White((int) kelvin));
    }
}
