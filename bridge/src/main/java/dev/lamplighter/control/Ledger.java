package dev.lamplighter.control;

import dev.lamplighter.control.Known.Source;
import dev.lamplighter.control.Plan.Share;
import dev.lamplighter.control.Way.Sighting;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Power;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What is known of each light: what was seen, and what is expected of it since it was told to change. An expectation holds until it is seen
 * to be true, fails, or has had its time; what is seen of a light in the meantime may be older than the command, or half a transition, and
 * is not shown.
 */
final class Ledger {
    /** How long after its transition a light may take to be seen as wished. */
    static final Duration SETTLING = Duration.ofSeconds(3);
    /** A connection that is gone for less than this is not worth a word. */
    static final Duration BLINK = Duration.ofSeconds(20);
    /** A light has left when so many looks in a row did not show it. */
    private static final int MISSED = 2;

    /**
     * Looks that began before {@code from} may have seen the light as it was before the last change, and say nothing of it.
     *
     * @param start where a transition began, while it is known how its light looks on the way
     */
    private record Expectation(LightState state, Optional<LightState> start, Instant from, Instant until) {
        boolean outlives(LightState seen, Instant begun) {
            return begun.isBefore(from) || (begun.isBefore(until) && !Likeness.alike(state, seen)
                    && !(begun.isAfter(from.plus(SETTLING)) && isContradictedBy(seen)));
        }

        /** Somebody else has changed the light on its way: it may be seen to go on, and to get nearer, but not to do otherwise. */
        private boolean isContradictedBy(LightState seen) {
            var isPutOut = state.power() == Power.ON && seen.power() == Power.OFF;
            return isPutOut || start.filter(it -> !Likeness.isBetween(it, seen, state)).isPresent();
        }
    }

    /**
     * @param at when it was seen last
     * @param reached when it was seen to be connected last
     * @param missed how many looks have not shown it since
     */
    private record Entry(Sighting seen, Via via, Instant at, Instant reached, boolean reachable, int missed,
            Optional<Expectation> expected) {
        Known known() {
            return new Known(seen.light(), expected.map(Expectation::state).orElse(seen.state()), reachable, via,
                    expected.isPresent() ? Source.PREDICTED : Source.OBSERVED, at);
        }

        Entry expecting(Optional<Expectation> next) {
            return new Entry(seen, via, at, reached, reachable, missed, next);
        }

        Entry missedAgain() {
            return new Entry(seen, via, at, reached, reachable, missed + 1, expected);
        }

        Entry unreachable() {
            return new Entry(seen, via, at, Instant.MIN, false, missed, expected);
        }
    }

    private final Map<LightId, Entry> entries = new TreeMap<>();

    Optional<Known> known(LightId light) {
        return entry(light).map(Entry::known);
    }

    List<Known> all() {
        return entries.values().stream().map(Entry::known).toList();
    }

    Collection<Light> lights() {
        return entries.values().stream().map(entry -> entry.seen.light()).toList();
    }

    boolean isLit(LightId light) {
        return known(light).filter(known -> known.reachable() && known.state().power() == Power.ON).isPresent();
    }

    /** Whether the light was last seen to show {@code share} already. */
    boolean shows(LightId light, Share share) {
        return entry(light).filter(entry -> Likeness.alike(entry.seen.state(), after(entry.seen.state(), share)))
                .isPresent();
    }

    private Optional<Entry> entry(LightId light) {
        return Optional.ofNullable(entries.get(light));
    }

    /** Takes in a look at all lights of a way that began at {@code begun}; returns the lights that are no longer there. */
    Set<LightId> observe(Collection<Sighting> sightings, Via via, Instant begun) {
        var gone = new HashSet<LightId>();
        entries.replaceAll((_, entry) -> entry.via == via ? entry.missedAgain() : entry);
        sightings.forEach(sighting -> entries.compute(sighting.light().id(),
                (_, before) -> seen(Optional.ofNullable(before), sighting, via, begun)));
        entries.forEach((light, entry) -> {
            if (entry.missed >= MISSED) {
                gone.add(light);
            }
        });
        gone.forEach(entries::remove);
        return gone;
    }

    /** Whether a light was not in the last look, and the next one tells if it has left. */
    boolean isMissingAny() {
        return entries.values().stream().anyMatch(entry -> entry.missed > 0);
    }

    private static Entry seen(Optional<Entry> before, Sighting sighting, Via via, Instant begun) {
        var open = before.flatMap(Entry::expected)
                .filter(expectation -> expectation.outlives(sighting.state(), begun));
        var reached = sighting.reachable() ? begun : before.map(Entry::reached).orElse(Instant.MIN);
        var blinks = sighting.unseen().compareTo(BLINK) < 0 && reached.isAfter(begun.minus(BLINK))
                && before.filter(Entry::reachable).isPresent();
        var at = sighting.reachable() ? begun : begun.minus(sighting.unseen());
        return new Entry(sighting, via, at, reached, sighting.reachable() || blinks, 0, open);
    }

    /** Expects {@code light} to look as {@code change} says, without a limit until {@link #settle} sets one. */
    void expect(LightId light, UnaryOperator<LightState> change) {
        entries.computeIfPresent(light, (_, entry) -> entry
                .expecting(Optional.of(new Expectation(change.apply(entry.known().state()), Optional.empty(),
                        Instant.MAX, Instant.MAX))));
    }

    static LightState after(LightState state, Share share) {
        return share.zones().map(zones -> state.after(share.change(), zones))
                .orElseGet(() -> state.after(share.change()));
    }

    /** How a light gets to where it is told to be. */
    enum Course {
        /** From what it shows, without a detour. */
        STRAIGHT,
        /** Nobody knows what it shows on the way. */
        WILD
    }

    /** The light took the last change at {@code now}: it may be seen as wished from then on, and from {@code when} on what is seen counts. */
    void settle(LightId light, Course course, Instant now, Instant when) {
        entries.computeIfPresent(light, (_, entry) -> {
            var start = Optional.of(entry.seen.state()).filter(_ -> course == Course.STRAIGHT);
            return entry.expecting(entry.expected.map(open -> new Expectation(open.state, start, now, when)));
        });
    }

    /** Nothing is on its way to the light any more: what is expected of it without a limit has from now on only as long as what was told. */
    void limit(LightId light, Instant now) {
        entries.computeIfPresent(light,
                (_, entry) -> entry.expecting(entry.expected.map(open -> open.until.equals(Instant.MAX)
                        ? new Expectation(open.state, Optional.empty(), now, now.plus(SETTLING))
                        : open)));
    }

    /** When the next expectation has had its time; empty when none has one. */
    Optional<Instant> due() {
        return entries.values().stream().flatMap(entry -> entry.expected.stream()).map(Expectation::until)
                .filter(until -> !until.equals(Instant.MAX)).min(Comparator.naturalOrder());
    }

    /** The light did not take it: back to what was seen. */
    void withdraw(LightId light) {
        entries.computeIfPresent(light, (_, entry) -> entry.expecting(Optional.empty()));
    }

    /** Nobody can see by {@code via} any more; returns the lights that were within reach until then. */
    Set<LightId> outOfSight(Via via) {
        var lost = entries.values().stream().filter(entry -> entry.via == via && entry.reachable)
                .map(entry -> entry.seen.light().id()).collect(Collectors.toSet());
        lost.forEach(this::unreachable);
        return lost;
    }

    /** Somebody who tried to reach the light could not. */
    void unreachable(LightId light) {
        entries.computeIfPresent(light, (_, entry) -> entry.unreachable());
    }
}
