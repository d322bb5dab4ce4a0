package dev.lamplighter.app;

import dev.lamplighter.mqtt.Delivery;
import dev.lamplighter.mqtt.Inbox;
import dev.lamplighter.topics.QuestionDesk;
import dev.lamplighter.topics.Telling;

/** Hands each message to the desk that its topic belongs to; only commands have to outlive the process. */
record Sorter(QuestionDesk questions, Telling telling, Inbox commands) implements Inbox {
    @Override
    public void received(Delivery delivery) {
        if (questions.takes(delivery.topic())) {
            questions.received(delivery.topic(), delivery.retained());
            delivery.acknowledge();
        } else if (telling.takes(delivery.topic())) {
            telling.heard(delivery.topic(), delivery.payload(), delivery.retained());
            delivery.acknowledge();
        } else {
            commands.received(delivery);
        }
    }
}
