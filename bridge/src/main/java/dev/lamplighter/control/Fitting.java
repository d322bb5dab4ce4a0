package dev.lamplighter.control;

import dev.lamplighter.control.Targets.Target;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.LightCommand.Change;
import java.util.ArrayList;
import java.util.Optional;

/** Cuts a change down to what a product can do; the rest is named, not sent. */
final class Fitting {
    private Fitting() {}

    /**
     * @param change empty when nothing of it is left
     * @param lack what the light cannot do, in words that name it
     */
    record Fit(Optional<Change> change, Optional<String> lack) {}

    static Fit fit(Change wished, Target target) {
        var light = target.light().light();
        var lack = zonesLack(target);
        if (lack.isPresent()) {
            return new Fit(Optional.empty(), lack);
        }
        var lacks = new ArrayList<String>();
        var change = wished;
        if (!light.product().color() && change.color().orElse(null) instanceof Color.Hue) {
            lacks.add("shows no colours");
            change = new Change(change.power(), change.level(), Optional.empty(), change.infrared(), change.fade());
        }
        if (!light.product().infrared() && change.infrared().isPresent()) {
            lacks.add("has no infrared");
            change = new Change(change.power(), change.level(), change.color(), Optional.empty(), change.fade());
        }
        // A white outside the product's range becomes the nearest inside it; what LIFX does with one is not documented.
        if (change.color().orElse(null) instanceof Color.White white) {
            change = change.with(light.product().kelvin().nearest(white));
        }
        return new Fit(change.isNone() ? Optional.empty() : Optional.of(change),
                lacks.isEmpty() ? Optional.empty() : Optional.of(named(light, String.join(" and ", lacks))));
    }

    /** Why the zones that are meant are not there, if they are not. */
    static Optional<String> zonesLack(Target target) {
        var light = target.light().light();
        var count = target.light().state().zones().size();
        if (target.zones().isPresent() && !light.product().multizone()) {
            return Optional.of(named(light, "has no zones"));
        }
        return target.zones().filter(zones -> count > 0 && zones.last() >= count)
                .map(_ -> named(light, "has zones 0 to " + (count - 1)));
    }

    static String named(Light light, String what) {
        return "'" + light.label() + "' (" + light.product().name() + ") " + what;
    }
}
