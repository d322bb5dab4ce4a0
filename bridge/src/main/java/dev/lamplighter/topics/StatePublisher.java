package dev.lamplighter.topics;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.Listener;
import dev.lamplighter.control.Order;
import dev.lamplighter.control.Result;
import dev.lamplighter.control.Surroundings;
import dev.lamplighter.light.LightId;
import dev.lamplighter.mqtt.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes, retained, what is known of each light: when it changes, when somebody asks, and now and then, so that a state says truly when
 * its light was seen last. What a light that has left had published is taken away with it.
 */
final class StatePublisher implements Listener {
    /** A light that stays as it is and is seen to do so is told of at least this often. */
    static final Duration FRESH = Duration.ofMinutes(5);

    private final CommandTopics topics;
    private final Outside outside;
    private final Surroundings around;
    private final Retained retained;
    private final Cleanings cleanings = new Cleanings();
    private final Map<LightId, Known> lights = new HashMap<>();
    /** From when on what is seen of a light is to be told again. */
    private final Map<LightId, Instant> due = new HashMap<>();
    private final Map<LightId, Instant> wanted = new HashMap<>();

    StatePublisher(CommandTopics topics, Outside outside, Surroundings around) {
        this.topics = topics;
        this.outside = outside;
        this.around = around;
        this.retained = new Retained(outside.out());
    }

    /** The next look that began at {@code from} or later is told, whatever it shows. */
    void want(Collection<LightId> some, Instant from) {
        some.forEach(light -> wanted.put(light, from));
    }

    @Override
    public void stateChanged(Known light) {
        tell(light);
    }

    @Override
    public void lookedAt(Known light, Instant looked) {
        var id = light.light().id();
        var isWanted = wanted.containsKey(id) && !looked.isBefore(wanted.getOrDefault(id, looked));
        if (isWanted) {
            wanted.remove(id);
        }
        var isDue = !light.observedAt().isBefore(due.getOrDefault(id, Instant.MIN));
        if (isWanted || isDue) {
            tell(light);
        }
    }

    @Override
    public void commandDone(Order order, Result result) {
        cleanings.done(order, result, around.clock().instant()).ifPresent(begun -> {
            tellAgain(begun.lights());
            around.timer().after(begun.lasts(), () -> tellAgain(begun.lights()));
        });
    }

    private void tellAgain(Collection<LightId> some) {
        some.stream().flatMap(id -> Optional.ofNullable(lights.get(id)).stream()).forEach(this::tell);
    }

    private void tell(Known light) {
        var id = light.light().id();
        lights.put(id, light);
        var cleaning = cleanings.of(id, around.clock().instant()).filter(_ -> light.light().product().hev());
        retained.sayAnyway(topics.light(id, CommandTopics.STATE), StateJson.light(light, cleaning, outside.calendar()));
        retained.say(topics.light(id, CommandTopics.AVAILABILITY), availability(light.reachable()));
        due.put(id, light.observedAt().plus(spread()));
    }

    /** Lights that were first seen together are not told of together for ever. */
    private Duration spread() {
        return FRESH.dividedBy(2).plusMillis((long) (around.random().nextDouble() * FRESH.toMillis() / 2));
    }

    static Bytes availability(boolean reachable) {
        return Bytes.utf8(reachable ? "online" : "offline");
    }

    @Override
    public void lightLost(LightId light) {
        lights.remove(light);
        due.remove(light);
        wanted.remove(light);
        cleanings.forget(light);
        retained.takeAway(topics.light(light, CommandTopics.STATE));
        retained.takeAway(topics.light(light, CommandTopics.AVAILABILITY));
    }
}
