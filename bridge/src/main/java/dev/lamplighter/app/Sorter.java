package dev.lamplighter.app;

import dev.lamplighter.mqtt.Delivery;
import dev.lamplighter.mqtt.Inbox;
import dev.lamplighter.topics.QuestionDesk;

/** Hands each message to the desk that its topic belongs to; only commands have to outlive the process. */
record Sorter(QuestionDesk questions, Inbox commands) implements Inbox {
    @Override
    public void received(Delivery delivery) {
        if (questions.takes(delivery.topic())) {
            questions.received(delivery.topic(), delivery.retained());
            delivery.acknowledge();
        } else {
            commands.received(delivery);
        }
    }
}
