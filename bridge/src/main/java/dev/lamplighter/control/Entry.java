package dev.lamplighter.control;

import dev.lamplighter.control.Known.Source;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Power;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is known of one light.
 *
 * @param sights one for each way that sees it, at least one; those of the preferred ways first
 */
record Entry(SortedMap<Via, Sight> sights, Optional<Expectation> expected) {
    /**
     * Looks that began before {@code from} may have seen the light as it was before the last change, and say nothing of it.
     *
     * @param start where a transition began, while it is known how its light looks on the way
     */
    record Expectation(LightState state, Optional<LightState> start, Instant from, Instant until) {
        boolean outlives(LightState seen, Instant begun) {
            return begun.isBefore(from) || (begun.isBefore(until) && !Likeness.alike(state, seen)
                    && !(begun.isAfter(from.plus(Ledger.SETTLING)) && isContradictedBy(seen)));
        }

        /** Somebody else has changed the light on its way: it may be seen to go on, and to get nearer, but not to do otherwise. */
        private boolean isContradictedBy(LightState seen) {
            var isPutOut = state.power() == Power.ON && seen.power() == Power.OFF;
            return isPutOut || start.filter(it -> !Likeness.isBetween(it, seen, state)).isPresent();
        }
    }

    /** The way that is believed: the preferred one of those that can reach the light, else the one that has seen it last. */
    Via via() {
        return sights.entrySet().stream().filter(sight -> sight.getValue().reachable()).findFirst()
                .or(() -> sights.entrySet().stream().max(Comparator.comparing(sight -> sight.getValue().at())))
                .orElseThrow().getKey();
    }

    static Entry of(Via via, Sight sight, List<Via> preference) {
        var sights = new TreeMap<Via, Sight>(Comparator.comparingInt(preference::indexOf));
        sights.put(via, sight);
        return new Entry(sights, Optional.empty());
    }

    private Sight best() {
        return Objects.requireNonNull(sights.get(via()));
    }

    LightState seen() {
        return best().seen().state();
    }

    /** The account's word for what it is, where there is one, so that it is not now this and now that. */
    Light light() {
        return Stream.of(Via.CLOUD, Via.LAN).flatMap(via -> sight(via).stream()).findFirst().orElseThrow().seen()
                .light();
    }

    Known known() {
        var best = best();
        return new Known(light(), expected.map(Expectation::state).orElse(best.seen().state()), best.reachable(),
                via(), expected.isPresent() ? Source.PREDICTED : Source.OBSERVED, best.at());
    }

    Optional<Sight> sight(Via via) {
        return Optional.ofNullable(sights.get(via));
    }

    Entry expecting(Optional<Expectation> next) {
        return new Entry(sights, next);
    }

    /** What the way that is believed has seen says whether what is expected has come true. */
    Entry seen(Via via, Sight sight, Instant begun) {
        var now = with(via, sight);
        return now.via() == via
                ? now.expecting(expected.filter(open -> open.outlives(sight.seen().state(), begun)))
                : now;
    }

    Entry with(Via via, UnaryOperator<Sight> change) {
        return sight(via).map(sight -> with(via, change.apply(sight))).orElse(this);
    }

    private Entry with(Via via, Sight sight) {
        var all = new TreeMap<>(sights);
        all.put(via, sight);
        return new Entry(all, expected);
    }

    /** Empty when no other way sees it either. */
    Optional<Entry> without(Via via) {
        var left = new TreeMap<>(sights);
        left.remove(via);
        return left.isEmpty() ? Optional.empty() : Optional.of(new Entry(left, expected));
    }
}
