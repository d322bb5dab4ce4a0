package dev.lamplighter.control;

import dev.lamplighter.light.Fade;
import dev.lamplighter.light.LightCommand.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Requests to one light that hung until they were given up, and what it was told since: carried out after all, they would undo that. */
final class Adrift {
    /** What was told before the last so many is not worth keeping. */
    private static final int MOST = 16;

    private final Set<Load> loads = new HashSet<>();
    private final List<Ticket> told = new ArrayList<>();

    void add(Load load) {
        loads.add(load);
    }

    boolean isEmpty() {
        return loads.isEmpty();
    }

    void told(Collection<Ticket> newest) {
        if (loads.isEmpty()) {
            return;
        }
        for (var ticket : newest) {
            var left = told.stream().map(older -> older.without(ticket.share())).flatMap(Optional::stream).toList();
            told.clear();
            told.addAll(left.subList(Math.max(0, left.size() + 1 - MOST), left.size()));
            told.add(ticket);
        }
    }

    /** Something was done that what was told before must not undo. */
    void overtaken() {
        told.clear();
    }

    /** {@code load} has ended. Gives what it may have undone and is still worth saying. */
    List<Ticket> landed(Load load, Collection<Ticket> carried, Instant now) {
        if (!loads.remove(load)) {
            return List.of();
        }
        var isUndone = told.stream().anyMatch(since -> carried.stream().anyMatch(late -> undoes(late, since)));
        var undone = told.stream().filter(ticket -> isUndone && !ticket.isOver(now)).toList();
        if (loads.isEmpty()) {
            told.clear();
        }
        return undone;
    }

    private static boolean undoes(Ticket late, Ticket since) {
        return late.share().meets(since.share()) && differs(late.share().change(), since.share().change());
    }

    /** Whether it matters which of them comes last. */
    private static boolean differs(Change one, Change other) {
        return !one.then(other).over(Fade.NONE).equals(other.then(one).over(Fade.NONE));
    }
}
