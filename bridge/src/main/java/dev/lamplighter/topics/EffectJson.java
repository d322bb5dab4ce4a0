package dev.lamplighter.topics;

import dev.lamplighter.light.Effect;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.topics.JsonFields.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code effect} of a command: its name, or an object with its name and what that effect takes besides. LIFX's defaults. */
final class EffectJson {
    /** A day: nobody waits longer for one wave. */
    static final double LONGEST_PERIOD = 86_400;
    static final double MOST_CYCLES = 1_000_000;
    private static final double WAVE = 1;
    private static final double FLOW = 5;
    private static final double MIDDLE = 0.5;
    private static final int LONGEST_NAME = 64;
    private static final Change DARK = Change.to(Level.NONE);
    private static final Map<String, Boolean> DIRECTIONS = Map.of("forward", false, "backward", true);
    private static final String NAMES = "breathe, pulse, move, morph, flame, clouds, sunrise, sunset or off";

    private final JsonFields options;
    private final ChangeJson beside;

    private EffectJson(JsonFields options, ChangeJson beside) {
        this.options = options;
        this.beside = beside;
    }

    /** @param beside what else the command changes */
    static Perform read(JsonValue value, ChangeJson beside) throws Wrong {
        if (value.textIfString().isPresent()) {
            return new EffectJson(JsonFields.none(value.where()), beside).named(value);
        }
        var options = value.object("is " + NAMES + ", or an object with such a name");
        return new EffectJson(options, beside).named(options.needed("name"));
    }

    private Perform named(JsonValue name) throws Wrong {
        return switch (name.text(LONGEST_NAME).toLowerCase(Locale.ROOT)) {
            case "breathe" -> waved(new Effect.Breathe(color(), from(), period(WAVE), cycles(), persist(), powerOn(),
                    options.number("peak", 0, 1).orElse(MIDDLE)));
            case "pulse" -> waved(new Effect.Pulse(color(), from(), period(WAVE), cycles(), persist(), powerOn()));
            case "move" -> performed(new Effect.Move(isBackward(options), period(WAVE),
                    JsonFields.boxed(options.number("cycles", 0, MOST_CYCLES)), powerOn()));
            case "morph" -> performed(new Effect.Morph(period(FLOW), duration(), palette(), powerOn()));
            case "flame" -> performed(new Effect.Flame(period(FLOW), duration(), powerOn()));
            case "clouds" -> performed(new Effect.Sky(Effect.Sky.Kind.CLOUDS, duration(), powerOn()));
            case "sunrise" -> performed(new Effect.Sky(Effect.Sky.Kind.SUNRISE, duration(), powerOn()));
            case "sunset" -> performed(new Effect.Sky(Effect.Sky.Kind.SUNSET, duration(), powerOn()));
            case "off", "none", "stop" -> performed(new Effect.Off(options.flag("power_off", false)));
            default -> throw name.wrong("is " + NAMES + ", not " + name.shown());
        };
    }

    private Perform performed(Effect effect) {
        return new Perform(beside.whole(), effect);
    }

    /** The command's own colour is the wave's where the wave names none, so it is not set first. */
    private Perform waved(Effect effect) {
        return new Perform(options.has("color") ? beside.whole() : beside.withoutColor(), effect);
    }

    private Change color() throws Wrong {
        if (options.has("color")) {
            return ColorJson.read(options, "color");
        }
        return beside.color().isNone() ? DARK : beside.color();
    }

    private Change from() throws Wrong {
        return ColorJson.read(options, "from_color");
    }

    private double period(double otherwise) throws Wrong {
        return options.positive("period", LONGEST_PERIOD, otherwise);
    }

    private double cycles() throws Wrong {
        return options.number("cycles", 0, MOST_CYCLES).orElse(1);
    }

    private boolean persist() throws Wrong {
        return options.flag("persist", false);
    }

    private boolean powerOn() throws Wrong {
        return options.flag("power_on", true);
    }

    private Optional<Double> duration() throws Wrong {
        return JsonFields.boxed(options.number("duration", 0, Effect.LONGEST));
    }

    private List<Change> palette() throws Wrong {
        var value = options.value("palette");
        var palette = new ArrayList<Change>();
        if (value.isPresent()) {
            for (var color : value.get().list("is a list of colours")) {
                palette.add(ColorJson.read(color));
            }
        }
        return palette;
    }

    /** LIFX's {@code direction}; forward where it is not given. */
    static boolean isBackward(JsonFields fields) throws Wrong {
        var direction = fields.value("direction");
        return direction.isPresent() && direction.get().word(DIRECTIONS);
    }
}
