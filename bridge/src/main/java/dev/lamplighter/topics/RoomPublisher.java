package dev.lamplighter.topics;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.Listener;
import dev.lamplighter.control.Timer;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Selector;
import dev.lamplighter.mqtt.Publication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Publishes, retained, what the lights of each group and location show together, when that is something else than before. A group whose last
 * light has left is taken away.
 */
final class RoomPublisher implements Listener {
    private final CommandTopics topics;
    private final Retained retained;
    private final Soon soon;
    private final Map<LightId, Known> lights = new TreeMap<>();
    private final Map<Selector, Instant> wanted = new HashMap<>();
    private final Set<Selector> again = new HashSet<>();

    RoomPublisher(CommandTopics topics, Consumer<Publication> out, Timer timer) {
        this.topics = topics;
        this.retained = new Retained(out);
        this.soon = new Soon(timer, this::tell);
    }

    /** The rooms that {@code target} means are told after the next look that began at {@code from} or later, whatever it shows. */
    void want(Selector target, Instant from) {
        wanted.put(target, from);
    }

    @Override
    public void stateChanged(Known light) {
        lights.put(light.light().id(), light);
        soon.ask();
    }

    @Override
    public void lookedAt(Known light, Instant looked) {
        var ready = wanted.keySet().stream().filter(target -> !looked.isBefore(wanted.getOrDefault(target, looked)))
                .toList();
        if (!ready.isEmpty()) {
            wanted.keySet().removeAll(ready);
            again.addAll(ready);
            soon.ask();
        }
    }

    @Override
    public void lightLost(LightId light) {
        lights.remove(light);
        soon.ask();
    }

    private void tell() {
        var gone = new HashSet<>(retained.topics());
        for (var kind : RoomKind.values()) {
            members(kind).values().forEach(members -> {
                var room = kind.of(members.getFirst().light()).orElseThrow();
                gone.remove(topics.room(kind, room.id(), CommandTopics.STATE));
                gone.remove(topics.room(kind, room.id(), CommandTopics.AVAILABILITY));
                tell(kind, room, members);
            });
        }
        gone.forEach(retained::takeAway);
        again.clear();
    }

    private void tell(RoomKind kind, Room room, List<Known> members) {
        var state = StateJson.room(room, members);
        var topic = topics.room(kind, room.id(), CommandTopics.STATE);
        if (again.stream().anyMatch(target -> kind.isMeant(target, room))) {
            retained.sayAnyway(topic, state);
        } else {
            retained.say(topic, state);
        }
        retained.say(topics.room(kind, room.id(), CommandTopics.AVAILABILITY),
                StatePublisher.availability(members.stream().anyMatch(Known::reachable)));
    }

    private Map<String, List<Known>> members(RoomKind kind) {
        var members = new TreeMap<String, List<Known>>();
        lights.values().forEach(known -> kind.of(known.light()).filter(room -> CommandTopics.isRoomId(room.id()))
                .ifPresent(room -> members.computeIfAbsent(room.id(), _ -> new ArrayList<>()).add(known)));
        return members;
    }
}
