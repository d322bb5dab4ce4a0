package dev.lamplighter.control;

import dev.lamplighter.control.Way.Sighting;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Kelvins;
import dev.lamplighter.light.Light.Product;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.LightState.Zone;
import dev.lamplighter.light.Power;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;

/** Lights to test with. */
public final class Samples {
    public static final Product COLOR = new Product("LIFX A19", true, false, false, false, false, Kelvins.ANY);
    public static final LightState OFF = new LightState(Power.OFF, new Level(0.5), new White(3500), Optional.empty());

    private Samples() {}

    public static LightId id(int number) {
        return new LightId(String.format("d073d5%06x", number));
    }

    public static Light light(int number) {
        return new Light(id(number), "Light " + number,
                Optional.of(new Room("6f1d0e2b9c8a4f7d8e5b3a2c1d0e9f8a", "Office")),
                Optional.empty(), COLOR);
    }

    /** A strip of {@code zones} zones, dark. */
    static Sighting strip(int number, int zones) {
        var light = light(number);
        var product = new Product("LIFX Z", true, false, true, false, false, Kelvins.ANY);
        return new Sighting(new Light(light.id(), light.label(), light.group(), light.location(), product),
                new LightState(Power.OFF, OFF.level(), OFF.color(), Optional.empty(), Optional.empty(),
                        Collections.nCopies(zones, new Zone(OFF.level(), OFF.color()))),
                true, Duration.ZERO);
    }

    static Sighting off(int number) {
        return new Sighting(light(number), OFF, true, Duration.ZERO);
    }
}
