package dev.lamplighter.topics;

import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Step;
import dev.lamplighter.topics.JsonFields.Wrong;

/** Reads the steps of a command. */
final class StepJson {
    private StepJson() {}

    static Step read(JsonFields fields, Change base) throws Wrong {
        return new Step(base, level(fields), fields.number("hue_step", -360, 360).orElse(0),
                fields.number("saturation_step", -1, 1).orElse(0),
                (int) fields.number("color_temp_step", -7500, 7500).orElse(0),
                fields.number("infrared_step", -1, 1).orElse(0));
    }

    private static double level(JsonFields fields) throws Wrong {
        fields.notBoth("brightness_step", "brightness_step_pct");
        return JsonFields.either(JsonFields.scaled(fields.number("brightness_step", -255, 255), 255),
                JsonFields.scaled(fields.number("brightness_step_pct", -100, 100), 100)).orElse(0);
    }
}
