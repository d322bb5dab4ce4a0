package dev.lamplighter.control;

import dev.lamplighter.control.Way.Haste;
import dev.lamplighter.control.Way.Part;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Zones;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One request's wishes, by the lanes they left. */
final class Load {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);
    /** Whether a longer transition has arrived would show only at its end; so long nobody waits for an answer. */
    private static final Duration HASTY_FADE = Duration.ofSeconds(1);
    private static final Duration SHORTEST_CALL = Duration.ofSeconds(1);

    private final Map<Lane, List<Ticket>> tickets = new LinkedHashMap<>();

    /** What goes into one part: the same change of the same zones. */
    private record Kind(Optional<Zones> zones, Change change) {}

    Map<Lane, List<Ticket>> tickets() {
        return tickets;
    }

    List<Ticket> of(Lane lane) {
        return tickets.getOrDefault(lane, List.of());
    }

    void add(Lane lane, Instant now) {
        tickets.put(lane, lane.take(this, now));
    }

    /** At most {@link Way#MOST_PARTS} when the lanes came from {@link #first}. */
    List<Part> parts(Covering covering) {
        var parts = new ArrayList<Part>();
        kinds().forEach((kind, lights) -> covering.of(lights, kind.zones)
                .forEach(meant -> parts.add(new Part(meant, kind.change))));
        return parts;
    }

    private Map<Kind, Set<LightId>> kinds() {
        var kinds = new LinkedHashMap<Kind, Set<LightId>>();
        tickets.forEach((lane, taken) -> Lane.shares(taken).forEach((zones, change) -> kinds
                .computeIfAbsent(new Kind(zones, change), _ -> new TreeSet<>()).add(lane.light())));
        return kinds;
    }

    /** No longer than the shortest-lived of the loads is worth waiting for. */
    Duration within(Instant now) {
        var end = tickets.values().stream()
                .map(taken -> taken.stream().map(Ticket::expires).max(Instant::compareTo).orElse(now))
                .min(Instant::compareTo).orElse(now);
        var left = Duration.between(now, end);
        return left.compareTo(SHORTEST_CALL) < 0
                ? SHORTEST_CALL
                : left.compareTo(LONGEST_CALL) > 0 ? LONGEST_CALL : left;
    }

    /**
     * Where requests are counted, in haste when all of it is part of a drag, of lights that are lit: LIFX then sends the last state only, which on a light that is off
     * or comes on would let the old colour flash.
     */
    Haste haste(Ledger ledger, Via via) {
        var all = via.isCounted() && tickets.entrySet().stream().allMatch(load -> load.getKey().isDragged()
                && ledger.isLit(load.getKey().light()) && load.getValue().stream().allMatch(Load::isSafeInHaste));
        return all ? Haste.FAST : Haste.CERTAIN;
    }

    private static boolean isSafeInHaste(Ticket ticket) {
        var change = ticket.share().change();
        return ticket.attempts() == 0 && !change.power().equals(Optional.of(Power.OFF))
                && change.fade().time().compareTo(HASTY_FADE) <= 0;
    }

    /** As many of {@code lanes}, from the first on, as fit into one request whatever they hold; at least one. */
    static List<Lane> first(Collection<Lane> lanes) {
        var load = new ArrayList<Lane>();
        var counts = new HashMap<Kind, Integer>();
        var parts = 0;
        for (var lane : lanes) {
            for (var kind : kinds(lane)) {
                var count = counts.merge(kind, 1, Integer::sum);
                parts += Covering.most(count) - Covering.most(count - 1);
            }
            if (parts > Way.MOST_PARTS && !load.isEmpty()) {
                break;
            }
            load.add(lane);
        }
        return load;
    }

    private static List<Kind> kinds(Lane lane) {
        return Lane.shares(lane.next()).entrySet().stream().map(share -> new Kind(share.getKey(), share.getValue()))
                .toList();
    }
}
