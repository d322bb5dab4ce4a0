package dev.lamplighter.web.relay;

import dev.lamplighter.control.Targets.Target;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.LightCommand.Step;
import dev.lamplighter.light.LightCommand.Toggle;

/** Whether a light can do anything of what is asked. LIFX says ok of one that cannot, and leaves it as it is. */
final class Able {
    private Able() {}

    static boolean is(Target target, LightCommand command) {
        var product = target.light().light().product();
        var zones = target.light().state().zones().size();
        var hasZones = target.zones().filter(some -> zones > 0 && some.last() >= zones).isEmpty();
        return hasZones && switch (command) {
            case Change change -> change.power().isPresent() || change.level().isPresent()
                    || (change.infrared().isPresent() && product.infrared())
                    || change.color().filter(color -> product.color() || color instanceof Color.White).isPresent();
            case Perform(_, Effect effect) -> effect.needs().test(product) && (product.color() || !isOnlyHue(effect));
            case Perform(_, Action.Clean _) -> product.hev();
            case Perform _,Toggle _,Step _ -> true;
        };
    }

    private static boolean isOnlyHue(Effect effect) {
        return switch (effect) {
            case Effect.Breathe wave -> isOnlyHue(wave.color());
            case Effect.Pulse wave -> isOnlyHue(wave.color());
            case Effect.Move _,Effect.Morph _,Effect.Flame _,Effect.Sky _,Effect.Off _ -> false;
        };
    }

    private static boolean isOnlyHue(Change color) {
        return color.level().isEmpty() && color.color().filter(Color.Hue.class::isInstance).isPresent();
    }
}
