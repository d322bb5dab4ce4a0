package dev.lamplighter.control;

import dev.lamplighter.control.Targets.Target;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Kelvins;
import dev.lamplighter.light.Light.Product;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.LightState.Zone;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Zones;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Lights of several products in several rooms. */
final class Homes {
    static final Product WHITE = new Product("LIFX Mini White", false, false, false, false, false,
            new Kelvins(2700, 2700));
    static final Product NIGHT = new Product("LIFX A19 Night Vision", true, true, false, false, false, Kelvins.ANY);
    static final Product STRIP = new Product("LIFX Z", true, false, true, false, false, Kelvins.ANY);
    static final Product TILE = new Product("LIFX Tile", true, false, false, true, false, Kelvins.ANY);
    static final Product CLEANING = new Product("LIFX Clean", true, false, false, false, true, Kelvins.ANY);

    private Homes() {}

    static Known bulb(int number) {
        return known(number, Samples.COLOR, Samples.OFF);
    }

    static Known known(int number, Product product) {
        return known(number, product, product.infrared()
                ? new LightState(Power.OFF, Samples.OFF.level(), Samples.OFF.color(), Optional.of(new Level(0.2)))
                : Samples.OFF);
    }

    static Known strip(int number, int zones) {
        return known(number, STRIP, new LightState(Power.OFF, Samples.OFF.level(), Samples.OFF.color(),
                Optional.empty(), Optional.empty(),
                Collections.nCopies(zones, new Zone(Samples.OFF.level(), Samples.OFF.color()))));
    }

    static Known known(int number, Product product, LightState state) {
        return known(new Light(Samples.id(number), "Light " + number, Optional.empty(), Optional.empty(), product),
                state);
    }

    static Known known(Light light, LightState state) {
        return new Known(light, state, true, Via.CLOUD, Known.Source.OBSERVED, Instant.EPOCH);
    }

    static Known running(Known known, String effect) {
        return known(known.light(), known.state().withEffect(Optional.of(effect)));
    }

    /** A bulb in a group and a location, each named after its id. */
    static Known in(int number, String label, String group, String location) {
        return known(new Light(Samples.id(number), label, Optional.of(new Room(group, "Group " + group)),
                Optional.of(new Room(location, "Location " + location)), Samples.COLOR), Samples.OFF);
    }

    static Target whole(Known known) {
        return new Target(known, Optional.empty());
    }

    static Target zones(Known known, int from, int to) {
        return new Target(known, Optional.of(Zones.of(from, to)));
    }

    static List<Target> whole(List<Known> known) {
        return known.stream().map(Homes::whole).toList();
    }
}
