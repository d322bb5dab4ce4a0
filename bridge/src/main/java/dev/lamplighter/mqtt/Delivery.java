package dev.lamplighter.mqtt;

import java.time.Duration;
import java.util.Optional;

/**
 * A message that came in.
 *
 * @param qos 0 or 1; only QoS 1 is acknowledged
 * @param retained whether the publisher asked the broker to keep it, for live messages too (Retain As Published)
 * @param duplicate whether the broker may have delivered it before; the earlier one then had the same {@code packetId}
 * @param packetId 1 to 65,535 within the session; 0 at QoS 0
 * @param expiry what the broker has left of the publisher's Message Expiry Interval
 * @param acknowledgement what {@link #acknowledge()} runs
 */
public record Delivery(String topic, Bytes payload, int qos, boolean retained, boolean duplicate, int packetId,
        Optional<Duration> expiry, Optional<String> responseTopic, Optional<Bytes> correlationData,
        Runnable acknowledgement) {
    /**
     * Tells the broker that it need not deliver this again. From any thread; a second call does nothing, and neither does one after the
     * connection is gone (the broker then delivers again). MQTT 5 (4.6) wants acknowledgements in the order of arrival, so one that comes
     * early is held back until those before it have come.
     *
     * <p>
     * Acknowledge soon. HiveMQ CE (2025.5) sends a client nothing new until everything it has sent is acknowledged, so one message that is
     * held for 30 seconds holds up all others for 30 seconds; other brokers go on up to a number of unacknowledged messages.
     */
    public void acknowledge() {
        acknowledgement.run();
    }
}
