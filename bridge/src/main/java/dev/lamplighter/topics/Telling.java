package dev.lamplighter.topics;

import dev.lamplighter.control.Lights;
import dev.lamplighter.control.Listener;
import dev.lamplighter.control.Surroundings;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Selector;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Publication;
import dev.lamplighter.mqtt.SessionListener;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** All that is published of lights, of groups of them and of the bridge's own health, each kind of topic by a listener of its own. */
public final class Telling implements SessionListener, Answers {
    private final CommandTopics topics;
    private final Outside outside;
    private final Surroundings around;
    private final Leftovers leftovers;
    private final StatePublisher states;
    private final RoomPublisher rooms;
    private final InventoryPublisher inventory;
    private final EventPublisher events;
    private final HealthPublisher health;

    /** @param around as {@link Lights} has it */
    public Telling(CommandTopics topics, Outside outside, Surroundings around) {
        this.topics = topics;
        this.outside = outside;
        this.around = around;
        this.leftovers = new Leftovers(topics, outside.out(), around.timer());
        this.states = new StatePublisher(topics, outside, around);
        this.rooms = new RoomPublisher(topics, outside.out(), around.timer());
        this.inventory = new InventoryPublisher(topics, outside.out(), around.timer());
        this.events = new EventPublisher(topics, outside, around);
        this.health = new HealthPublisher(topics, outside, around);
    }

    /** What {@code lights} are to be built with. */
    public List<Listener> listeners() {
        return List.of(inventory, leftovers, states, rooms, events, health);
    }

    /** Begins to tell of the health of {@code lights}. */
    public void start(Lights lights) {
        health.start(lights);
    }

    @Override
    public void connected(boolean sessionPresent, int failures) {
        health.connected();
    }

    @Override
    public void accept(Publication answer) {
        outside.out().accept(answer);
    }

    @Override
    public void refused(String topic, String reason) {
        health.refused();
        events.refused("command_refused", topic, reason);
    }

    /** Somebody asked for what there is not. From any thread. */
    void unanswered(String topic, String reason) {
        events.refused("question_refused", topic, reason);
    }

    /** Whether what is published there is for {@link #heard}. */
    public boolean takes(String topic) {
        return topics.isAvailability(topic);
    }

    /** Something of our own comes back, such as an earlier run may have left. From any thread; returns at once. */
    public void heard(String topic, Bytes payload, boolean retained) {
        if (retained && payload.length() > 0) {
            around.owner().execute(() -> leftovers.heard(topic));
        }
    }

    /** On the owner's thread. */
    void want(Selector target, Set<LightId> lights, Instant from) {
        states.want(lights, from);
        rooms.want(target, from);
    }
}
