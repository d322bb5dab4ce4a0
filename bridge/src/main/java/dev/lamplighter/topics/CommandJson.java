package dev.lamplighter.topics;

import dev.lamplighter.light.Color;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Step;
import dev.lamplighter.light.LightCommand.Toggle;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Power;
import dev.lamplighter.topics.JsonFields.Wrong;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads a command from a JSON object with Home Assistant's light keys and our own. */
final class CommandJson {
    private static final Set<String> KEYS = Set.of("state", "brightness", "brightness_pct", "brightness_step",
            "brightness_step_pct", "color",
            "color_temp", "color_temp_step", "hue_step", "saturation_step", "infrared", "infrared_step", "transition",
            "id");
    /** Keys whose meaning is agreed but which no way can carry out yet: leaving them out would do something else than was asked. */
    private static final Set<String> LATER = Set.of("effect", "flash", "zones", "clean", "cycle");
    private static final int LONGEST_ID = 64;
    private static final int MIREDS_BELOW = 1000;

    private final JsonFields fields;

    private CommandJson(JsonFields fields) {
        this.fields = fields;
    }

    static Parsed<Wish> parse(String text) {
        try {
            return Parsed.accepted(new CommandJson(JsonFields.of(text)).wish());
        } catch (Wrong wrong) {
            return Parsed.rejected(wrong.where(), wrong.why());
        }
    }

    private Wish wish() throws Wrong {
        for (var key : LATER) {
            if (fields.has(key)) {
                throw new Wrong(key, "cannot be carried out by this version");
            }
        }
        var command = command();
        if (CommandPayload.isNothing(command)) {
            throw new Wrong("payload", "wishes for nothing: none of its keys changes a light");
        }
        return new Wish(command, fields.text("id", LONGEST_ID), fields.besides(KEYS));
    }

    private LightCommand command() throws Wrong {
        var fade = Fade.ofSeconds(fields.number("transition", 0, (double) Fade.LONGEST.toSeconds()).orElse(0));
        var state = state();
        var change = base(state).over(fade);
        var step = new Step(change, levelStep(), fields.number("hue_step", -360, 360).orElse(0),
                fields.number("saturation_step", -1, 1).orElse(0),
                (int) fields.number("color_temp_step", -7500, 7500).orElse(0),
                fields.number("infrared_step", -1, 1).orElse(0));
        if (state.filter("TOGGLE"::equals).isPresent()) {
            if (!change.isNone() || !step.isNone()) {
                throw new Wrong("state", "TOGGLE cannot be combined with another change");
            }
            return new Toggle(fade);
        }
        return step.isNone() ? change : step;
    }

    private Optional<String> state() throws Wrong {
        var state = fields.text("state", LONGEST_ID).map(word -> word.toUpperCase(Locale.ROOT));
        if (state.isPresent() && !Set.of("ON", "OFF", "TOGGLE").contains(state.get())) {
            throw new Wrong("state", "is ON, OFF or TOGGLE, not '" + CommandPayload.shortened(state.get()) + "'");
        }
        return state;
    }

    private Change base(Optional<String> state) throws Wrong {
        var change = color();
        var brightness = brightness();
        if (brightness.isPresent()) {
            var fraction = brightness.getAsDouble();
            change = change
                    .then(state.isPresent() ? Change.to(new Level(fraction)) : CommandPayload.brightness(fraction));
        }
        var infrared = fields.number("infrared", 0, 1);
        if (infrared.isPresent()) {
            change = change.withInfrared(new Level(infrared.getAsDouble()));
        }
        return switch (state.orElse("")) {
            case "ON" -> change.with(Power.ON);
            case "OFF" -> change.with(Power.OFF);
            default -> change;
        };
    }

    private OptionalDouble brightness() throws Wrong {
        fields.notBoth("brightness", "brightness_pct");
        return JsonFields.either(JsonFields.scaled(fields.number("brightness", 0, 255), 255),
                JsonFields.scaled(fields.number("brightness_pct", 0, 100), 100));
    }

    private double levelStep() throws Wrong {
        fields.notBoth("brightness_step", "brightness_step_pct");
        return JsonFields.either(JsonFields.scaled(fields.number("brightness_step", -255, 255), 255),
                JsonFields.scaled(fields.number("brightness_step_pct", -100, 100), 100)).orElse(0);
    }

    private Change color() throws Wrong {
        fields.notBoth("color", "color_temp");
        var temperature = fields.number("color_temp", 0, Color.COLDEST);
        return temperature.isPresent() ? white(temperature.getAsDouble()) : ColorJson.parse(fields);
    }

    private static Change white(double value) throws Wrong {
        var kelvin = value < MIREDS_BELOW ? Math.round(1_000_000 / value) : Math.round(value);
        if (kelvin < Color.WARMEST || kelvin > Color.COLDEST) {
            throw new Wrong("color_temp",
                    "lies between 1500 and 9000 K (111 to 666 mireds), not at " + JsonFields.plain(value));
        }
        return Change.to(new Color.White((int) kelvin));
    }
}
