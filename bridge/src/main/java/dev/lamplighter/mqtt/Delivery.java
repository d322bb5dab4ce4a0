package dev.lamplighter.mqtt;

import java.time.Duration;
import java.util.Optional;

/**
 * A message as the broker delivered it.
 *
 * @param qos 0 or 1
 * @param retained whether its sender wished it retained, also when it was published just now
 * @param repeated whether the broker may have delivered it before (DUP)
 * @param packetId its packet identifier; 0 for QoS 0
 * @param expiry how long from now its sender wants it to count
 * @param acknowledgement tells the broker that it is done with; any thread, any number of times, also when its connection is gone
 */
public record Delivery(String topic, Payload payload, int qos, boolean retained, boolean repeated, int packetId,
        Optional<Duration> expiry, Optional<String> responseTopic, Optional<Payload> correlationData,
        Runnable acknowledgement) {
    /** The same each time this message is delivered within a session. */
    public String key() {
        return packetId + " " + topic + " " + payload.hashCode() + "/" + payload.bytes().length;
    }

    public void acknowledge() {
        acknowledgement.run();
    }
}
