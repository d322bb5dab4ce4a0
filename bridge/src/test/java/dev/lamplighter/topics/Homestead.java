package dev.lamplighter.topics;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.Samples;
import dev.lamplighter.control.Via;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Kelvins;
import dev.lamplighter.light.Light.Product;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Power;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lights that are known, to tell of. */
final class Homestead {
    static final Product WHITE = new Product("LIFX Mini White", false, false, false, false, false,
            new Kelvins(2700, 2700));
    static final Product WARM = new Product("LIFX Mini Day and Dusk", false, false, false, false, false,
            new Kelvins(1500, 4000));
    static final Product STRIP = new Product("LIFX Z", true, false, true, false, false, Kelvins.ANY);
    static final Product CLEAN = new Product("LIFX Clean", true, false, false, false, true, Kelvins.ANY);
    static final Room OFFICE = new Room("6f1d0e2b9c8a4f7d8e5b3a2c1d0e9f8a", "Office");
    static final Room HALL = new Room("00112233445566778899aabbccddeeff", "Hall");
    static final Room HOME = new Room("a1b2c3d4e5f60718293a4b5c6d7e8f90", "Home");
    static final Instant SEEN = Instant.parse("2026-01-01T00:00:00Z");

    private Homestead() {}

    static Light light(int number, Product product) {
        return new Light(Samples.id(number), "Light " + number, Optional.of(OFFICE), Optional.of(HOME), product);
    }

    static Known in(Room group, Known known) {
        var light = known.light();
        return with(known, new Light(light.id(), light.label(), Optional.of(group), light.location(),
                light.product()));
    }

    static Known named(String label, Known known) {
        var light = known.light();
        return with(known, new Light(light.id(), label, light.group(), light.location(), light.product()));
    }

    private static Known with(Known known, Light light) {
        return new Known(light, known.state(), known.reachable(), known.via(), known.source(), known.observedAt());
    }

    static Known known(int number, Product product, LightState state) {
        return new Known(light(number, product), state, true, Via.CLOUD, Known.Source.OBSERVED, SEEN);
    }

    static Known lit(int number, Product product, double level, Color color) {
        return known(number, product, state(Power.ON, level, color));
    }

    static Known dark(int number, Product product, double level, Color color) {
        return known(number, product, state(Power.OFF, level, color));
    }

    static Known away(Known known) {
        return new Known(known.light(), known.state(), false, known.via(), known.source(), known.observedAt());
    }

    static Known seenAt(Instant at, Known known) {
        return new Known(known.light(), known.state(), known.reachable(), known.via(), known.source(), at);
    }

    static Known predicted(Known known) {
        return new Known(known.light(), known.state(), known.reachable(), known.via(), Known.Source.PREDICTED,
                known.observedAt());
    }

    static Known running(String effect, Known known) {
        return new Known(known.light(), known.state().withEffect(Optional.of(effect)), known.reachable(), known.via(),
                known.source(), known.observedAt());
    }

    static LightState state(Power power, double level, Color color) {
        return new LightState(power, new Level(level), color, Optional.empty(), Optional.empty(), List.of());
    }
}
