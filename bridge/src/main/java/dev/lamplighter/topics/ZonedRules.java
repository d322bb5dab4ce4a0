package dev.lamplighter.topics;

import dev.lamplighter.light.Action;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Power;
import dev.lamplighter.topics.JsonFields.Wrong;

/** What cannot be asked of some zones of a light: what it can only do as a whole would do more than was wished. */
final class ZonedRules {
    private ZonedRules() {}

    static void check(JsonFields fields, LightCommand command) throws Wrong {
        switch (command) {
            case LightCommand.Toggle _ ->
                throw fields.wrong("zones", "cannot be combined with TOGGLE: lights are switched as a whole");
            case Change change -> lit(fields, change);
            case LightCommand.Step step -> lit(fields, step.base());
            case LightCommand.Perform(var first, var action) -> {
                lit(fields, first);
                partial(fields, action);
            }
        }
    }

    private static void lit(JsonFields fields, Change change) throws Wrong {
        if (change.power().filter(Power.OFF::equals).isPresent()) {
            throw fields.wrong("zones",
                    "cannot be combined with OFF: lights are switched as a whole; brightness 0 makes zones dark");
        }
    }

    private static void partial(JsonFields fields, Action action) throws Wrong {
        switch (action) {
            case Effect.Breathe _,Effect.Pulse _,Action.Cycle _ -> {
            }
            case Effect effect -> throw fields.wrong("zones",
                    "cannot be combined with the effect " + effect.word() + ", which is of the whole light");
            case Action.Clean _ -> throw fields.wrong("zones", "cannot be combined with clean");
            case Action.Activate _ -> throw fields.wrong("zones", "cannot be combined with a scene");
        }
    }
}
