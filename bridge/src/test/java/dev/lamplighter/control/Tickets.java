package dev.lamplighter.control;

import dev.lamplighter.control.Plan.Share;
import dev.lamplighter.control.Result.Status;
import dev.lamplighter.control.Way.Meant;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Selector;
import dev.lamplighter.light.Zones;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Wishes and gates to put into lanes, whose ends are remembered in the order in which they came. */
final class Tickets {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant LATER = NOW.plusSeconds(30);

    final List<Status> ends = new ArrayList<>();

    Ticket of(Change change) {
        return of(change, LATER);
    }

    Ticket of(Change change, Instant expires) {
        return new Ticket(Share.ofAll(change), expires, 0, slot(Samples.id(1)));
    }

    Ticket of(int from, int to, Change change) {
        return new Ticket(new Share(change, Optional.of(Zones.of(from, to))), LATER, 0, slot(Samples.id(1)));
    }

    private Tally.Slot slot(LightId light) {
        var tally = new Tally(NOW, result -> ends.add(result.status()));
        var slot = tally.slot(light);
        tally.close(NOW);
        return slot;
    }

    Gate gate(Lane... lanes) {
        var slots = new LinkedHashMap<Lane, Tally.Slot>();
        for (var lane : lanes) {
            slots.put(lane, slot(lane.light()));
        }
        return new Gate(new Meant(new Selector.All(), Set.of(), Optional.empty()), new Work.Once(new Effect.Off(false),
                Set.of(), Optional.empty(), Map.of(), Duration.ZERO), LATER, slots);
    }

    static List<Share> shares(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::share).toList();
    }

    static Share whole(Change change) {
        return Share.ofAll(change);
    }

    static Share zones(int from, int to, Change change) {
        return new Share(change, Optional.of(Zones.of(from, to)));
    }
}
