package dev.lamplighter.app;

import dev.lamplighter.metrics.Metrics;
import dev.lamplighter.mqtt.Publication;
import dev.lamplighter.mqtt.SessionListener;
import dev.lamplighter.topics.Answers;

/** Has counted what happens on MQTT, which the metrics know nothing of. */
final class Counting implements SessionListener, Answers {
    private final Metrics metrics;
    private final Answers answers;

    /** @param answers what is told of answers is passed on to these */
    Counting(Metrics metrics, Answers answers) {
        this.metrics = metrics;
        this.answers = answers;
    }

    @Override
    public void connected(boolean sessionPresent, int failures) {
        metrics.brokerFound();
    }

    @Override
    public void lost(String reason) {
        metrics.brokerLost();
    }

    @Override
    public void accept(Publication answer) {
        answers.accept(answer);
    }

    @Override
    public void refused(String topic, String reason) {
        metrics.commandRefused();
        answers.refused(topic, reason);
    }
}
