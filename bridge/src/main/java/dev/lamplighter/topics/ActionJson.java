package dev.lamplighter.topics;

import dev.lamplighter.light.Action;
import dev.lamplighter.light.Action.Clean;
import dev.lamplighter.light.Action.Cycle;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.Power;
import dev.lamplighter.topics.ChangeJson.Brightness;
import dev.lamplighter.topics.JsonFields.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a command does once: its {@code effect}, {@code flash}, {@code clean} or {@code cycle}, of which it has one at most. */
final class ActionJson {
    /** What Home Assistant means by a short and a long flash, in seconds. */
    private static final double SHORT = 2;
    private static final double LONG = 10;
    private static final double SHORTEST = 0.2;
    private static final double LONGEST = 60;
    private static final double BLINK = 0.5;
    /** A day; LIFX's own default is two hours. */
    private static final double LONGEST_CLEAN = 86_400;
    private static final String STATES = "is a list of 2 to 10 changes, or an object with such a list as its states";

    private ActionJson() {}

    /** @param beside what else the command changes */
    static Optional<Perform> read(JsonFields fields, ChangeJson beside) throws Wrong {
        var given = Stream.of("effect", "flash", "clean", "cycle").map(fields::value).flatMap(Optional::stream)
                .toList();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (given.size() > 1) {
            throw given.getFirst().wrong("cannot be given together with " + given.get(1).where());
        }
        var perform = read(given.getFirst(), beside);
        assertLit(given.getFirst(), perform);
        return Optional.of(perform.first().isNone() ? new Perform(Change.NONE, perform.action()) : perform);
    }

    private static Perform read(JsonValue value, ChangeJson beside) throws Wrong {
        return switch (value.where()) {
            case "effect" -> EffectJson.read(value, beside);
            case "flash" -> new Perform(beside.whole(), flash(value));
            case "clean" -> new Perform(beside.whole(), clean(value));
            default -> new Perform(Change.NONE, cycle(value, beside.whole()));
        };
    }

    private static void assertLit(JsonValue value, Perform perform) throws Wrong {
        var isMoving = perform.action() instanceof Effect effect && !(effect instanceof Effect.Off);
        if (isMoving && perform.first().power().filter(Power.OFF::equals).isPresent()) {
            throw value.wrong("cannot be combined with a change that puts the light out");
        }
    }

    /** Between dark and the present look. */
    private static Effect flash(JsonValue value) throws Wrong {
        var seconds = switch (value.textIfString().orElse("").toLowerCase(Locale.ROOT)) {
            case "short" -> SHORT;
            case "long" -> LONG;
            default -> {
                if (!value.isNumber()) {
                    throw value.wrong("is short, long or a number of seconds, not " + value.shown());
                }
                yield value.number(SHORTEST, LONGEST);
            }
        };
        return new Effect.Pulse(Change.to(Level.NONE), Change.NONE, BLINK, Math.max(1, Math.floor(seconds / BLINK)),
                false, true);
    }

    private static Clean clean(JsonValue value) throws Wrong {
        var word = value.textIfString().orElse(value.shown()).toLowerCase(Locale.ROOT);
        if (word.equals("false") || word.equals("stop")) {
            return new Clean(true, Optional.empty());
        }
        if (!value.isNumber()) {
            throw value.wrong("is a number of seconds, 0 for the light's own time, or false to stop, not "
                    + value.shown());
        }
        var seconds = Math.toIntExact(Math.round(value.number(0, LONGEST_CLEAN)));
        return new Clean(false, seconds == 0 ? Optional.empty() : Optional.of(seconds));
    }

    private static Action cycle(JsonValue value, Change common) throws Wrong {
        if (!value.isObject()) {
            return new Cycle(states(value, common), common, false);
        }
        var fields = value.object(STATES);
        return new Cycle(states(fields.needed("states"), common), common, EffectJson.isBackward(fields));
    }

    private static List<Change> states(JsonValue list, Change common) throws Wrong {
        var states = new ArrayList<Change>();
        for (var state : list.list(STATES)) {
            states.add(state(state, common));
        }
        if (states.size() < Cycle.LEAST || states.size() > Cycle.MOST) {
            throw list.wrong("has " + states.size() + " states; a cycle has 2 to 10");
        }
        return states;
    }

    private static Change state(JsonValue value, Change common) throws Wrong {
        var change = ChangeJson.part(value.object("is an object with the keys of a change"), Brightness.SWITCHES,
                common.fade());
        if (change.isNone()) {
            throw value.wrong("wishes for nothing: none of its keys changes a light");
        }
        return change;
    }
}
