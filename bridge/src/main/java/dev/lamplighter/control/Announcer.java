package dev.lamplighter.control;

import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Scene;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the listeners what is new, and only that: it remembers what it said last. */
final class Announcer {
    private final Ledger ledger;
    private final List<Listener> listeners;
    private final Map<LightId, Known> said = new HashMap<>();
    private final Map<Via, String> troubles = new HashMap<>();
    private final Map<Via, Boolean> working = new HashMap<>();

    Announcer(Ledger ledger, List<Listener> listeners) {
        this.ledger = ledger;
        this.listeners = List.copyOf(listeners);
    }

    void light(LightId id) {
        ledger.known(id).ifPresent(now -> {
            var before = Optional.ofNullable(said.put(id, now));
            if (before.filter(known -> known.light().equals(now.light())).isEmpty()) {
                listeners.forEach(listener -> listener.lightSeen(now));
            }
            if (before.filter(now::saysTheSameAs).isEmpty()) {
                listeners.forEach(listener -> listener.stateChanged(now));
            }
        });
    }

    void lookedAt(LightId id, Instant looked) {
        light(id);
        ledger.known(id).ifPresent(now -> listeners.forEach(listener -> listener.lookedAt(now, looked)));
    }

    void lost(LightId id) {
        said.remove(id);
        listeners.forEach(listener -> listener.lightLost(id));
    }

    void all() {
        listeners.forEach(Listener::allSeen);
    }

    void scenes(List<Scene> scenes) {
        listeners.forEach(listener -> listener.scenesSeen(scenes));
    }

    void done(Order order, Result result) {
        listeners.forEach(listener -> listener.commandDone(order, result));
    }

    void works(Via via) {
        troubles.remove(via);
        if (!Boolean.TRUE.equals(working.put(via, true))) {
            listeners.forEach(listener -> listener.wayWorks(via));
        }
    }

    void fails(Via via, String reason) {
        working.put(via, false);
        if (!reason.equals(troubles.put(via, reason))) {
            listeners.forEach(listener -> listener.wayFails(via, reason));
        }
    }
}
