package dev.lamplighter.topics;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.Listener;
import dev.lamplighter.control.Timer;
import dev.lamplighter.light.LightId;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Publication;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Takes away what an earlier run has left with the broker of lights, groups and locations that are no longer there. What there is of that kind
 * tells its availability, which is why the bridge listens to its own. Owned by the owner's thread.
 */
final class Leftovers implements Listener {
    /** Somebody who fills the broker with such topics must not fill memory; what is left over beyond that waits for the next start. */
    private static final int MOST = 10_000;

    private final CommandTopics topics;
    private final Consumer<Publication> out;
    private final Soon soon;
    private final Map<LightId, Set<String>> known = new HashMap<>();
    /** The topics of which nobody has looked yet whether their light is there. */
    private final Set<String> heard = new HashSet<>();
    private boolean allSeen;

    Leftovers(CommandTopics topics, Consumer<Publication> out, Timer timer) {
        this.topics = topics;
        this.out = out;
        this.soon = new Soon(timer, this::sweep);
    }

    /** @param topic of an availability that the broker keeps */
    void heard(String topic) {
        if (heard.size() < MOST) {
            heard.add(topic);
        }
        if (allSeen) {
            soon.ask();
        }
    }

    @Override
    public void lightSeen(Known light) {
        known.put(light.light().id(), availabilities(light));
    }

    private Set<String> availabilities(Known known) {
        var light = known.light();
        var all = new HashSet<>(Set.of(topics.light(light.id(), CommandTopics.AVAILABILITY)));
        Stream.of(RoomKind.values()).forEach(kind -> kind.of(light)
                .ifPresent(room -> all.add(topics.room(kind, room.id(), CommandTopics.AVAILABILITY))));
        return all;
    }

    @Override
    public void allSeen() {
        allSeen = true;
        soon.ask();
    }

    @Override
    public void lightLost(LightId light) {
        known.remove(light);
    }

    private void sweep() {
        known.values().forEach(heard::removeAll);
        for (var topic : heard) {
            out.accept(Publication.retained(topic, Bytes.NONE));
            out.accept(Publication.retained(CommandTopics.stateBeside(topic), Bytes.NONE));
        }
        heard.clear();
    }
}
