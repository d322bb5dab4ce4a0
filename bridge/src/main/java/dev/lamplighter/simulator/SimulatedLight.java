package dev.lamplighter.simulator;

import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A light of the simulated account.
 *
 * @param look what is wished of it, which it shows once a transition has ended; {@link #at} says what it shows at a moment
 */
public record SimulatedLight(LightId id, String label, Room group, Room location, Model model, Look look,
        Course course) {
    /**
     * What a light shows.
     *
     * @param infrared the most infrared it may give, 0 to 65535; 0 where the model has none
     * @param running the firmware effect, with its parameters
     * @param zones one colour a zone, on a matrix row by row; empty where the model has no zones
     */
    public record Look(Power power, Hsbk color, int infrared, Optional<RunningEffect> running, List<Hsbk> zones) {
        public static final String NO_EFFECT = "OFF";

        public Look {
            zones = List.copyOf(zones);
        }

        /** The name of the firmware effect, in LIFX's capitals, or {@link #NO_EFFECT}. */
        public String effect() {
            return running.map(RunningEffect::name).orElse(NO_EFFECT);
        }

        public Look with(Power to) {
            return new Look(to, color, infrared, running, zones);
        }

        /** All of the light in this colour, its zones too. */
        public Look with(Hsbk to) {
            return new Look(power, to, infrared, running, Collections.nCopies(zones.size(), to));
        }

        public Look withInfrared(int to) {
            return new Look(power, color, to, running, zones);
        }

        public Look withEffect(Optional<RunningEffect> effect) {
            return new Look(power, color, infrared, effect, zones);
        }

        /** Of a light with zones, what it shows where it has none. */
        public Look withColorAlone(Hsbk to) {
            return new Look(power, to, infrared, running, zones);
        }

        public Look withZones(List<Hsbk> to) {
            return new Look(power, color, infrared, running, to);
        }
    }

    /** A light that is on at half brightness in its model's neutral white. */
    public static SimulatedLight fresh(LightId id, String label, Room group, Model model) {
        var color = model.shown(Hsbk.white(3500, 0.5));
        var zones = Collections.nCopies(model.size().zones(), color);
        return new SimulatedLight(id, label, group, Household.HOME, model,
                new Look(Power.ON, color, 0, Optional.empty(), zones), Course.NOTHING);
    }

    /** This look at once: a transition ends. */
    public SimulatedLight with(Look to) {
        return new SimulatedLight(id, label, group, location, model, to, course.withFade(Optional.empty()));
    }

    public SimulatedLight named(String to) {
        return new SimulatedLight(id, to, group, location, model, look, course);
    }

    public SimulatedLight in(Room other) {
        return new SimulatedLight(id, label, other, location, model, look, course);
    }

    public SimulatedLight at(Room other) {
        return new SimulatedLight(id, label, group, other, model, look, course);
    }

    /** As it is at this moment: in the middle of a transition, and without effects and cleaning that have ended. */
    public SimulatedLight at(Instant now) {
        var settled = settled(now);
        return settled.course.fade().map(fade -> settled.with(fade.toward(settled.look, now))).orElse(settled);
    }

    public SimulatedLight with(Course other) {
        return new SimulatedLight(id, label, group, location, model, look, other);
    }

    SimulatedLight settled(Instant now) {
        var left = look.withEffect(look.running().filter(effect -> !effect.isOver(now)));
        return new SimulatedLight(id, label, group, location, model, left, course.settled(now));
    }

    /** Which it reaches by and by from {@code before}. */
    public SimulatedLight fadingFrom(Look before, Instant now, Duration over) {
        return with(course.withFade(Optional.of(new Course.Fade(before, now, now.plus(over)))));
    }

    /** Whether it differs from {@code other} in more than a transition. */
    boolean isNews(SimulatedLight other) {
        return !with(look).equals(other.with(other.look));
    }
}
