package dev.lamplighter.simulator;

import dev.lamplighter.light.Power;
import dev.lamplighter.simulator.SimulatedLight.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/** What goes on with a light in time, beside what is wished of it. */
public record Course(Optional<Fade> fade, Optional<Cleaning> cleaning, Optional<Absence> absence) {
    static final Course NOTHING = new Course(Optional.empty(), Optional.empty(), Optional.empty());

    /** A transition from {@code from} to the look that is wished. */
    public record Fade(Look from, Instant start, Instant end) {
        /** Colours and zones go evenly, hues the shorter way round; power comes at once and goes at the end. */
        Look toward(Look wish, Instant now) {
            var part = (double) Duration.between(start, now).toNanos() / Duration.between(start, end).toNanos();
            var power = from.power() == Power.ON ? Power.ON : wish.power();
            var zones = IntStream.range(0, wish.zones().size())
                    .mapToObj(zone -> from.zones().get(zone).toward(wish.zones().get(zone), part)).toList();
            return new Look(power, from.color().toward(wish.color(), part), wish.infrared(), wish.running(), zones);
        }
    }

    /** A cycle of disinfection. */
    public record Cleaning(Instant start, Instant end) {}

    /** The cloud has no connection to the light, and knows what it showed last. */
    public record Absence(Instant since, Look last) {}

    public Course withFade(Optional<Fade> to) {
        return new Course(to, cleaning, absence);
    }

    public Course withCleaning(Optional<Cleaning> to) {
        return new Course(fade, to, absence);
    }

    Course withAbsence(Optional<Absence> to) {
        return new Course(fade, cleaning, to);
    }

    /** Without what is over by now. */
    Course settled(Instant now) {
        return new Course(fade.filter(it -> it.end().isAfter(now)), cleaning.filter(it -> it.end().isAfter(now)),
                absence);
    }
}
