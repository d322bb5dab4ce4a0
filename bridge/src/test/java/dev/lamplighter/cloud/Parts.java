package dev.lamplighter.cloud;

import dev.lamplighter.control.Way.Meant;
import dev.lamplighter.control.Way.Part;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Selector;
import java.util.Optional;
import java.util.Set;

/** Lights to ask something of. */
final class Parts {
    static final LightId DESK = new LightId("d073d5001337");
    static final LightId SHELF = new LightId("d073d528d80f");

    private Parts() {}

    static Meant meant(LightId light) {
        return new Meant(new Selector.Id(light), Set.of(light), Optional.empty());
    }

    static Part part(LightId light, Change change) {
        return new Part(meant(light), change);
    }
}
