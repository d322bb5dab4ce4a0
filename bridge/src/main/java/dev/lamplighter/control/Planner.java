package dev.lamplighter.control;

import dev.lamplighter.light.Color;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Turns a command into an absolute change for each light, so that whatever is sent can be sent again without harm. */
final class Planner {
    private Planner() {}

    /** @param lights the lights meant, as they are known or promised to be */
    static Map<LightId, Change> plan(LightCommand command, List<Known> lights) {
        return switch (command) {
            case Change change -> each(lights, _ -> change);
            case LightCommand.Toggle(var fade) -> {
                var lit = lights.stream().anyMatch(known -> known.state().power() == Power.ON);
                yield each(lights, _ -> Change.to(lit ? Power.OFF : Power.ON).over(fade));
            }
            case LightCommand.Perform(var first, _) -> each(lights, _ -> first);
            case LightCommand.Step step -> each(lights, known -> known.state().stepped(step));
        };
    }

    private static Map<LightId, Change> each(List<Known> lights, Function<Known, Change> change) {
        var plan = new TreeMap<LightId, Change>();
        lights.forEach(known -> plan.put(known.light().id(), fitted(change.apply(known), known.light())));
        return plan;
    }

    /** A white outside the product's range becomes the nearest inside it; what LIFX does with one is not documented. */
    private static Change fitted(Change change, Light light) {
        if (change.color().orElse(null) instanceof Color.White white) {
            return change.with(light.product().kelvin().nearest(white));
        }
        return change;
    }
}
