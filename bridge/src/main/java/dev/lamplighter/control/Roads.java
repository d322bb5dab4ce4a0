package dev.lamplighter.control;

import dev.lamplighter.light.Action;
import dev.lamplighter.light.LightId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which way a light is told by: the preferred one, unless that does not reach it or has trouble while another has not. */
final class Roads {
    private final List<Road> all;
    private final Ledger ledger;

    /** @param all the preferred one first */
    Roads(List<Road> all, Ledger ledger) {
        this.all = List.copyOf(all);
        this.ledger = ledger;
    }

    List<Road> all() {
        return all;
    }

    /** Empty when no way has ever seen the light. */
    Optional<Road> to(LightId light, Instant now) {
        return best(light, all, now);
    }

    /** Empty when none of the ways that see the light can do that. */
    Optional<Road> to(LightId light, Action action, Instant now) {
        return best(light, all.stream().filter(road -> road.way().performs(action)).toList(), now);
    }

    private Optional<Road> best(LightId light, List<Road> some, Instant now) {
        @Nullable
        Road best = null;
        var most = -1;
        for (var road : some) {
            var worth = ledger.isSeen(light, road.via()) ? worth(road, light, now) : -1;
            if (worth > most) {
                best = road;
                most = worth;
            }
        }
        return Optional.ofNullable(best);
    }

    private int worth(Road road, LightId light, Instant now) {
        return (road.isOpen(now) ? 2 : 0) + (ledger.isSure(light, road.via(), now) ? 1 : 0);
    }

    /** The one way that {@code lights} can be told by together: the one that is best for most of them. */
    Optional<Road> to(Collection<LightId> lights, Action action, Instant now) {
        var able = all.stream().filter(road -> road.way().performs(action)).toList();
        var seeing = able.stream()
                .filter(road -> lights.stream().allMatch(light -> ledger.isSeen(light, road.via()))).toList();
        // Of those that are equal, the first.
        return (seeing.isEmpty() ? able : seeing).stream()
                .sorted(Comparator.comparingLong((Road road) -> -sure(road, lights, now)))
                .min(Comparator.comparing(road -> !road.isOpen(now)));
    }

    private long sure(Road road, Collection<LightId> lights, Instant now) {
        return lights.stream().filter(light -> ledger.isSure(light, road.via(), now)).count();
    }

    /** Whether the light can be told by another way at once. */
    boolean hasOther(LightId light, Via than, Instant now) {
        return all.stream().anyMatch(
                road -> road.via() != than && road.isOpen(now) && ledger.isSure(light, road.via(), now));
    }
}
