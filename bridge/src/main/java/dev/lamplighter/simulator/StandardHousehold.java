package dev.lamplighter.simulator;

import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The household a demo starts with. */
final class StandardHousehold {
    private static final Room OFFICE = new Room("6f1d0e2b9c8a4f7d8e5b3a2c1d0e9f8a", "Office");
    private static final Room HALL = new Room("0c9b8a7f6e5d4c3b2a190807f6e5d4c3", "Hall");
    private static final Room BEDROOM = new Room("5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d", "Bedroom");
    private static final Room BATHROOM = new Room("77c1f0d2a3b4e5968778695a4b3c2d1e", "Bathroom");

    private static final LightId DESK = new LightId("d073d5001337");
    private static final LightId BED = new LightId("d073d5004c01");
    private static final LightId CANDLE = new LightId("d073d5006a11");
    private static final LightId HALL_LIGHT = new LightId("d073d5003b02");

    private static final Instant MADE = Instant.parse("2024-03-02T18:41:07Z");

    private StandardHousehold() {}

    static Household build() {
        return new Household(List.of(SimulatedLight.fresh(DESK, "Desk Lamp", OFFICE, Model.COLOR),
                SimulatedLight.fresh(new LightId("d073d528d80f"), "Shelf Strip", OFFICE, Model.STRIP),
                SimulatedLight.fresh(new LightId("d073d5003b01"), "Porch", HALL, Model.NIGHT_VISION),
                SimulatedLight.fresh(HALL_LIGHT, "Hall Light", HALL, Model.WHITE),
                SimulatedLight.fresh(BED, "Bedside", BEDROOM, Model.WHITE_TO_WARM),
                SimulatedLight.fresh(CANDLE, "Candle", BEDROOM, Model.CANDLE),
                SimulatedLight.fresh(new LightId("d073d5007e90"), "Mirror", BATHROOM, Model.CLEAN)),
                List.of(evening(), night()));
    }

    /** The demo's, and what else there is. */
    static Household ofAllShapes() {
        var household = build();
        household.add(SimulatedLight.fresh(new LightId("d073d5008a31"), "Old Strip", OFFICE, Model.OLD_STRIP));
        household.add(SimulatedLight.fresh(new LightId("d073d5008a61"), "Fence", HALL, Model.NEON));
        household.add(SimulatedLight.fresh(new LightId("d073d5008a76"), "Ceiling", BATHROOM, Model.CEILING));
        var relays = SimulatedLight.fresh(new LightId("d073d5008a70"), "Wall Switch", HALL, Model.SWITCH);
        household.add(relays.with(relays.look().with(Power.OFF)));
        household.disown(relays.id());
        return household;
    }

    static Household ofColorLights(int count) {
        var lights = IntStream.rangeClosed(1, count)
                .mapToObj(n -> SimulatedLight.fresh(new LightId("d073d5%06x".formatted(n)), "Light " + n, OFFICE,
                        Model.COLOR))
                .toList();
        return new Household(lights, List.of());
    }

    private static SimulatedScene evening() {
        return new SimulatedScene(UUID.fromString("3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11"), "Evening",
                List.of(new SimulatedScene.Part(DESK, Power.ON, Hsbk.of(30, 0.4, 0.35, 3500)),
                        new SimulatedScene.Part(BED, Power.ON, Hsbk.white(2700, 0.2)),
                        new SimulatedScene.Part(CANDLE, Power.ON, Hsbk.of(24, 1, 0.5, 3500))),
                MADE);
    }

    private static SimulatedScene night() {
        return new SimulatedScene(UUID.fromString("b8d1e6c0-52f4-4c39-8a0e-6f3b1c7d9e20"), "Night",
                List.of(new SimulatedScene.Part(DESK, Power.OFF, Hsbk.white(2700, 0.1)),
                        new SimulatedScene.Part(HALL_LIGHT, Power.ON, Hsbk.white(2700, 0.05)),
                        new SimulatedScene.Part(BED, Power.OFF, Hsbk.white(2700, 0.1))),
                MADE);
    }
}
