package dev.lamplighter.control;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where lanes lead to one way: says what leaves by it next. Owned by the owner's thread. */
final class Exit {
    private final Road road;
    private final Roads roads;
    private final Journeys journeys;
    private boolean gateLast = true;

    Exit(Road road, Roads roads, Journeys journeys) {
        this.road = road;
        this.roads = roads;
        this.journeys = journeys;
    }

    /** When something may leave; not after {@code now} when at once. */
    Instant opens(Instant now) {
        return road.line().nextCommand(now);
    }

    /** Wishes and gates take turns, so that neither waits for the other for ever. */
    Optional<Runnable> departure(Collection<Lane> lanes, Instant now) {
        var wishes = wishes(lanes, now);
        var gate = gate(lanes, now);
        if (gate.isPresent() && (wishes.isEmpty() || !gateLast)) {
            return Optional.of(() -> {
                gateLast = true;
                journeys.depart(gate.get(), now);
            });
        }
        return wishes.isEmpty() ? Optional.empty() : Optional.of(() -> {
            gateLast = false;
            journeys.depart(wishes, now);
        });
    }

    /** When the next wish may leave its lane. */
    Optional<Instant> next(Collection<Lane> lanes, Instant now) {
        return lanes.stream().filter(lane -> lane.ready(road.frame()).isPresent()).filter(lane -> isBy(lane, now))
                .flatMap(lane -> lane.ready(road.frame()).stream()).min(Comparator.naturalOrder());
    }

    private List<Lane> wishes(Collection<Lane> lanes, Instant now) {
        var ready = inTurn(lanes).filter(lane -> lane.ready(road.frame()).filter(at -> !at.isAfter(now)).isPresent())
                .filter(lane -> isBy(lane, now)).toList();
        return ready.isEmpty() ? ready : Load.first(ready);
    }

    private boolean isBy(Lane lane, Instant now) {
        return roads.to(lane.light(), now).filter(road::equals).isPresent();
    }

    private Optional<Gate> gate(Collection<Lane> lanes, Instant now) {
        return inTurn(lanes).flatMap(lane -> lane.queue().gate().stream()).filter(Gate::isReady)
                .filter(gate -> roads.to(gate.meant().lights(), gate.work().action(), now).filter(road::equals)
                        .isPresent())
                .findFirst();
    }

    /** Those that have waited longest first: where not all can leave, none is left behind for ever. */
    private static Stream<Lane> inTurn(Collection<Lane> lanes) {
        return lanes.stream().sorted(Comparator.comparing(Lane::departed));
    }
}
