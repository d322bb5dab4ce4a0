package dev.lamplighter.control;

import dev.lamplighter.control.Known.Source;
import dev.lamplighter.control.Way.Sighting;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of each light: what was seen, and what is expected of it since it was told to change. An expectation holds until it is seen
 * to be true, fails, or has had its time; what is seen of a light in the meantime may be older than the command, or half a transition, and
 * is not shown.
 */
final class Ledger {
    /** How long after its transition a light may take to be seen as wished. */
    static final Duration SETTLING = Duration.ofSeconds(3);

    /** Looks that began before {@code from} may have seen the light as it was before the last change, and say nothing of it. */
    private record Expectation(LightState state, Instant from, Instant until) {
        boolean outlives(LightState seen, Instant begun) {
            return begun.isBefore(from) || (begun.isBefore(until) && !alike(state, seen));
        }
    }

    private record Entry(Sighting seen, Via via, Instant at, Optional<Expectation> expected) {
        Known known() {
            return new Known(seen.light(), expected.map(Expectation::state).orElse(seen.state()), seen.reachable(), via,
                    expected.isPresent() ? Source.PREDICTED : Source.OBSERVED, at);
        }

        Entry expecting(Optional<Expectation> next) {
            return new Entry(seen, via, at, next);
        }
    }

    private final Map<LightId, Entry> entries = new TreeMap<>();

    Optional<Known> known(LightId light) {
        return Optional.ofNullable(entries.get(light)).map(Entry::known);
    }

    List<Known> all() {
        return entries.values().stream().map(Entry::known).toList();
    }

    List<Known> matching(Selector selector) {
        return Targets.of(selector, all());
    }

    /** Takes in a look at all lights of a way that began at {@code begun}; returns the lights that are no longer there. */
    Set<LightId> observe(Collection<Sighting> sightings, Via via, Instant begun) {
        var gone = new HashSet<LightId>();
        entries.forEach((light, entry) -> {
            if (entry.via == via) {
                gone.add(light);
            }
        });
        for (var sighting : sightings) {
            gone.remove(sighting.light().id());
            entries.compute(sighting.light().id(),
                    (_, before) -> seen(Optional.ofNullable(before), sighting, via, begun));
        }
        gone.forEach(entries::remove);
        return gone;
    }

    private static Entry seen(Optional<Entry> before, Sighting sighting, Via via, Instant begun) {
        var open = before.flatMap(Entry::expected)
                .filter(expectation -> expectation.outlives(sighting.state(), begun));
        return new Entry(sighting, via, begun, open);
    }

    /** Expects {@code light} to look as {@code change} says, without a limit until {@link #settle} sets one. */
    void expect(LightId light, Change change) {
        entries.computeIfPresent(light, (_, entry) -> entry
                .expecting(
                        Optional.of(new Expectation(entry.known().state().after(shown(change, entry)),
                                Instant.MAX, Instant.MAX))));
    }

    /** A lamp without colours is told of one like any other, and goes on showing its white. */
    private static Change shown(Change change, Entry entry) {
        var showsNoHue = !entry.seen.light().product().color() && change.color().orElse(null) instanceof Color.Hue;
        return showsNoHue
                ? new Change(change.power(), change.level(), Optional.empty(), change.infrared(), change.fade())
                : change;
    }

    /** The light took the last change at {@code now}: it may be seen as wished from then on, and from {@code when} on what is seen counts. */
    void settle(LightId light, Instant now, Instant when) {
        entries.computeIfPresent(light,
                (_, entry) -> entry.expecting(entry.expected.map(open -> new Expectation(open.state, now, when))));
    }

    /** The light did not take it: back to what was seen. */
    void withdraw(LightId light) {
        entries.computeIfPresent(light, (_, entry) -> entry.expecting(Optional.empty()));
    }

    /** Whether two states look the same, LIFX's rounding to 16 bits and to whole kelvins left aside. */
    static boolean alike(LightState one, LightState other) {
        return one.power() == other.power() && near(one.level().fraction(), other.level().fraction(), 0.003)
                && alike(one.color(), other.color());
    }

    private static boolean alike(Color one, Color other) {
        if (one instanceof Color.Hue(var degrees, var saturation)
                && other instanceof Color.Hue(var hue, var strength)) {
            var apart = Math.abs(degrees - hue);
            return near(Math.min(apart, 360 - apart), 0, 0.5) && near(saturation, strength, 0.006);
        }
        return one instanceof Color.White(var kelvin) && other instanceof Color.White(var temperature)
                && near(kelvin, temperature, 10);
    }

    private static boolean near(double one, double other, double tolerance) {
        return Math.abs(one - other) <= tolerance;
    }
}
