package dev.lamplighter.mqtt;

import java.time.Duration;
import java.util.Optional;

/**
 * A message to publish.
 *
 * @param expiry after which the broker drops it instead of delivering it late
 * @param correlationData given back to whoever asked, as MQTT 5 has it for a request and its response
 */
public record Publication(String topic, Payload payload, int qos, boolean retained, Optional<Duration> expiry,
        Optional<Payload> correlationData) {
    /** The present value of a topic: kept by the broker for those who come later, and by us for when the broker comes back. */
    public static Publication retained(String topic, Payload payload) {
        return new Publication(topic, payload, 1, true, Optional.empty(), Optional.empty());
    }

    /** Something that happened: for those who listen now. */
    public static Publication event(String topic, Payload payload, Optional<Payload> correlationData) {
        return new Publication(topic, payload, 1, false, Optional.empty(), correlationData);
    }
}
