package dev.lamplighter.control;

import dev.lamplighter.control.Entry.Expectation;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of each light: what each way has seen, and what is expected of it since it was told to change. An expectation holds until it
 * is seen to be true, fails, or has had its time; what is seen of a light in the meantime may be older than the command, or half a
 * transition, and is not shown.
 */
final class Ledger {
    /** How long after its transition a light may take to be seen as wished. */
    static final Duration SETTLING = Duration.ofSeconds(3);
    /** A light has left when so many looks in a row did not show it. */
    private static final int MISSED = 2;

    private final List<Via> preference;
    private final TreeMap<LightId, Entry> entries = new TreeMap<>();

    /** @param preference the ways there are, the preferred one first */
    Ledger(List<Via> preference) {
        this.preference = preference;
    }

    Optional<Known> known(LightId light) {
        return entry(light).map(Entry::known);
    }

    List<Known> all() {
        return entries.values().stream().map(Entry::known).toList();
    }

    /** Those that {@code via} sees. */
    Collection<Light> lights(Via via) {
        return entries.values().stream().filter(entry -> entry.sight(via).isPresent()).map(Entry::light).toList();
    }

    /** Whether what a light is told by {@code via} will hardly fail to arrive. */
    boolean isSure(LightId light, Via via, Instant now) {
        return entry(light).flatMap(entry -> entry.sight(via)).filter(sight -> sight.isSure(now)).isPresent();
    }

    boolean isSeen(LightId light, Via via) {
        return entry(light).flatMap(entry -> entry.sight(via)).isPresent();
    }

    boolean isLit(LightId light) {
        return known(light).filter(known -> known.reachable() && known.state().power() == Power.ON).isPresent();
    }

    /** Whether {@code via} has last seen the light to show {@code share} already. */
    boolean shows(LightId light, Share share, Via via) {
        return entry(light).flatMap(entry -> entry.sight(via)).map(sight -> sight.seen().state())
                .filter(seen -> Likeness.alike(seen, after(seen, share))).isPresent();
    }

    private Optional<Entry> entry(LightId light) {
        return Optional.ofNullable(entries.get(light));
    }

    /** Takes in a look at all lights of a way that began at {@code begun}; returns the lights that no way sees any longer. */
    Set<LightId> observe(Collection<Sighting> sightings, Via via, Instant begun) {
        entries.replaceAll((_, entry) -> entry.with(via, Sight::missedAgain));
        sightings.forEach(sighting -> {
            var before = entry(sighting.light().id());
            var sight = Sight.of(before.flatMap(entry -> entry.sight(via)), sighting, begun);
            entries.put(sighting.light().id(), before.map(entry -> entry.seen(via, sight, begun))
                    .orElseGet(() -> Entry.of(via, sight, preference)));
        });
        var left = entries.entrySet().stream().filter(entry -> hasLeft(entry.getValue(), via))
                .map(entry -> entry.getKey()).toList();
        left.forEach(light -> entries.computeIfPresent(light, (_, entry) -> entry.without(via).orElse(null)));
        var gone = new HashSet<>(left);
        gone.removeAll(entries.keySet());
        return gone;
    }

    private static boolean hasLeft(Entry entry, Via via) {
        return entry.sight(via).filter(sight -> sight.missed() >= MISSED).isPresent();
    }

    /** Whether a light was not in the last look, and the next one tells if it has left. */
    boolean isMissingAny(Via via) {
        return sights(via).anyMatch(sight -> sight.missed() > 0);
    }

    private Stream<Sight> sights(Via via) {
        return entries.values().stream().flatMap(entry -> entry.sight(via).stream());
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
            var start = Optional.of(entry.seen()).filter(_ -> course == Course.STRAIGHT);
            return entry.expecting(entry.expected().map(open -> new Expectation(open.state(), start, now, when)));
        });
    }

    /** Nothing is on its way to the light any more: what is expected of it without a limit has from now on only as long as what was told. */
    void limit(LightId light, Instant now) {
        entries.computeIfPresent(light,
                (_, entry) -> entry.expecting(entry.expected().map(open -> open.until().equals(Instant.MAX)
                        ? new Expectation(open.state(), Optional.empty(), now, now.plus(SETTLING))
                        : open)));
    }

    /** When the next expectation of those that {@code via} looks after has had its time; empty when none has one. */
    Optional<Instant> due(Via via) {
        return entries.values().stream().filter(entry -> entry.via() == via)
                .flatMap(entry -> entry.expected().stream()).map(Expectation::until)
                .filter(until -> !until.equals(Instant.MAX)).min(Comparator.naturalOrder());
    }

    /** The light did not take it: back to what was seen. */
    void withdraw(LightId light) {
        entries.computeIfPresent(light, (_, entry) -> entry.expecting(Optional.empty()));
    }

    /** Nobody can see by {@code via} any more; returns the lights that were within its reach until then. */
    Set<LightId> outOfSight(Via via) {
        var lost = entries.entrySet().stream()
                .filter(entry -> entry.getValue().sight(via).filter(Sight::reachable).isPresent())
                .map(entry -> entry.getKey()).collect(Collectors.toSet());
        lost.forEach(light -> unreachable(light, via));
        return lost;
    }

    /** Somebody who tried to reach the light by {@code via} could not. */
    void unreachable(LightId light, Via via) {
        entries.computeIfPresent(light, (_, entry) -> entry.with(via, Sight::unreachable));
    }

    /** The light did not take what it was told by {@code via}; until then another way is better. */
    void doubt(LightId light, Via via, Instant until) {
        entries.computeIfPresent(light, (_, entry) -> entry.with(via, sight -> sight.doubtedUntil(until)));
    }
}
