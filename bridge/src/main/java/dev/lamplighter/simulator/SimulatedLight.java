package dev.lamplighter.simulator;

import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import java.util.Collections;
import java.util.List;

/** A light of the simulated account at one moment. */
public record SimulatedLight(LightId id, String label, Room group, Room location, Model model, Look look) {
    /**
     * What a light shows.
     *
     * @param infrared the most infrared it may give, 0 to 65535; 0 where the model has none
     * @param effect the firmware effect that runs, in LIFX's capitals, or {@link #NO_EFFECT}
     * @param zones one colour a zone; empty where the model has no zones
     */
    public record Look(Power power, Hsbk color, int infrared, String effect, List<Hsbk> zones) {
        public static final String NO_EFFECT = "OFF";

        public Look {
            zones = List.copyOf(zones);
        }

        public Look with(Power to) {
            return new Look(to, color, infrared, effect, zones);
        }

        /** All of the light in this colour, its zones too. */
        public Look with(Hsbk to) {
            return new Look(power, to, infrared, effect, Collections.nCopies(zones.size(), to));
        }

        public Look withInfrared(int to) {
            return new Look(power, color, to, effect, zones);
        }

        public Look withEffect(String name) {
            return new Look(power, color, infrared, name, zones);
        }

        Look withColorAlone(Hsbk to) {
            return new Look(power, to, infrared, effect, zones);
        }

        Look withZones(List<Hsbk> to) {
            return new Look(power, color, infrared, effect, to);
        }
    }

    /** A light that is on at half brightness in its model's neutral white. */
    public static SimulatedLight fresh(LightId id, String label, Room group, Model model) {
        var color = model.shown(Hsbk.white(3500, 0.5));
        var zones = model.product().multizone() ? Collections.nCopies(Model.ZONES, color) : List.<Hsbk>of();
        return new SimulatedLight(id, label, group, Household.HOME, model,
                new Look(Power.ON, color, 0, Look.NO_EFFECT, zones));
    }

    public SimulatedLight with(Look to) {
        return new SimulatedLight(id, label, group, location, model, to);
    }

    public SimulatedLight named(String to) {
        return new SimulatedLight(id, to, group, location, model, look);
    }
}
