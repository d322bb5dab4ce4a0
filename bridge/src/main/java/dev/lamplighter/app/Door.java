package dev.lamplighter.app;

import dev.lamplighter.mqtt.Delivery;
import dev.lamplighter.mqtt.Inbox;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Where messages on some topics go in. They are done with once they have gone in; only what has a keeping of its own outlives the process.
 *
 * @param takes whether a topic is one of these
 */
record Door(Predicate<String> takes, Consumer<Delivery> to) {
    /** Hands each message to the first of {@code doors} that takes it, else to {@code others}. */
    static Inbox sorting(List<Door> doors, Inbox others) {
        return delivery -> doors.stream().filter(door -> door.takes.test(delivery.topic())).findFirst()
                .ifPresentOrElse(door -> door.let(delivery), () -> others.received(delivery));
    }

    private void let(Delivery delivery) {
        to.accept(delivery);
        delivery.acknowledge();
    }
}
