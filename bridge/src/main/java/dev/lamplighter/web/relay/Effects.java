package dev.lamplighter.web.relay;

import dev.lamplighter.light.Effect;
import java.util.Optional;

/** Reads the bodies of effects, with LIFX's defaults. */
record Effects(Colors colors) {
    private static final double MOST_CYCLES = 1e10;
    private static final double WAVE_PERIOD = 1;
    private static final double MATRIX_PERIOD = 5;

    /** Empty when there is no effect of that name. */
    Optional<Effect> read(String name, Fields fields) {
        return Optional.ofNullable(switch (name) {
            case "breathe" -> breathe(fields);
            case "pulse" -> pulse(fields);
            case "move" -> new Effect.Move(fields.isBackward(), period(fields, WAVE_PERIOD), cycles(fields),
                    lights(fields));
            case "morph" -> new Effect.Morph(period(fields, MATRIX_PERIOD), fields.seconds("duration"),
                    colors.palette(fields), lights(fields));
            case "flame" -> new Effect.Flame(period(fields, MATRIX_PERIOD), fields.seconds("duration"),
                    lights(fields));
            case "clouds" -> sky(Effect.Sky.Kind.CLOUDS, fields);
            case "sunrise" -> sky(Effect.Sky.Kind.SUNRISE, fields);
            case "sunset" -> sky(Effect.Sky.Kind.SUNSET, fields);
            case "off" -> new Effect.Off(fields.flag("power_off", false));
            default -> null;
        });
    }

    private Effect breathe(Fields fields) {
        fields.require("color");
        return new Effect.Breathe(colors.whole(fields, "color"), colors.whole(fields, "from_color"),
                period(fields, WAVE_PERIOD), cycles(fields).orElse(1.0), fields.flag("persist", false), lights(fields),
                fields.number("peak", 0, 1).orElse(0.5));
    }

    private Effect pulse(Fields fields) {
        fields.require("color");
        return new Effect.Pulse(colors.whole(fields, "color"), colors.whole(fields, "from_color"),
                period(fields, WAVE_PERIOD), cycles(fields).orElse(1.0), fields.flag("persist", false),
                lights(fields));
    }

    private static Effect sky(Effect.Sky.Kind kind, Fields fields) {
        return new Effect.Sky(kind, fields.seconds("duration"), lights(fields));
    }

    private static double period(Fields fields, double otherwise) {
        return fields.seconds("period").orElse(otherwise);
    }

    private static Optional<Double> cycles(Fields fields) {
        return fields.number("cycles", 0, MOST_CYCLES);
    }

    private static boolean lights(Fields fields) {
        return fields.flag("power_on", true);
    }
}
