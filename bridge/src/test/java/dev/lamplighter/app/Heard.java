package dev.lamplighter.app;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.Listener;
import dev.lamplighter.control.Order;
import dev.lamplighter.control.Result;
import dev.lamplighter.control.Via;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Scene;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was announced: all of it in order, and the last of each light. */
final class Heard implements Listener {
    final List<Known> states = new CopyOnWriteArrayList<>();
    final List<Known> seen = new CopyOnWriteArrayList<>();
    final List<LightId> lost = new CopyOnWriteArrayList<>();
    final List<Order> done = new CopyOnWriteArrayList<>();
    final List<String> failures = new CopyOnWriteArrayList<>();
    final List<Scene> scenes = new CopyOnWriteArrayList<>();
    private final Map<LightId, Known> last = new ConcurrentHashMap<>();
    private final Bell bell;

    Heard(Bell bell) {
        this.bell = bell;
    }

    Optional<Known> last(LightId light) {
        return Optional.ofNullable(last.get(light));
    }

    List<Known> statesOf(LightId light) {
        return states.stream().filter(known -> known.light().id().equals(light)).toList();
    }

    @Override
    public void lightSeen(Known light) {
        seen.add(light);
        bell.ring();
    }

    @Override
    public void stateChanged(Known light) {
        states.add(light);
        last.put(light.light().id(), light);
        bell.ring();
    }

    @Override
    public void lightLost(LightId light) {
        lost.add(light);
        last.remove(light);
        bell.ring();
    }

    @Override
    public void scenesSeen(List<Scene> now) {
        scenes.addAll(now);
        bell.ring();
    }

    @Override
    public void commandDone(Order order, Result result) {
        done.add(order);
        bell.ring();
    }

    @Override
    public void wayFails(Via via, String reason) {
        failures.add(reason);
        bell.ring();
    }
}
