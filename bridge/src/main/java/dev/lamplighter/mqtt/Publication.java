package dev.lamplighter.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something to publish.
 *
 * @param topic 1 to 65,535 bytes of UTF-8 without wildcards
 * @param qos 0 or 1
 * @param retained whether the broker keeps it for those who come later; an empty payload makes it forget the topic
 * @param remembered whether the session publishes it again on each new connection, as a broker may come back without its data
 * @param expiry how long it is worth delivering, in whole seconds from when the broker has it
 * @param responseTopic where an answer to it is awaited
 * @param correlationData what a request carries and its answer gives back
 */
public record Publication(String topic, Bytes payload, int qos, boolean retained, boolean remembered,
        Optional<Duration> expiry,
        Optional<String> responseTopic, Optional<Bytes> correlationData) {
    /** More than the length and property fields of a PUBLISH packet can take. */
    private static final int FRAME = 64;
    private static final Pattern NOT_IN_A_TOPIC = Pattern.compile("[+#\0]");
    private static final int LONGEST_TOPIC = 65_535;

    public Publication {
        var length = topic.getBytes(StandardCharsets.UTF_8).length;
        if (length < 1 || length > LONGEST_TOPIC || NOT_IN_A_TOPIC.matcher(topic).find()) {
            throw new IllegalArgumentException("not a topic to publish on: '" + topic + "'");
        }
        if (qos < 0 || qos > 1) {
            throw new IllegalArgumentException("QoS is 0 or 1 here, not " + qos);
        }
    }

    /** At QoS 1, kept by the broker. */
    public static Publication retained(String topic, Bytes payload) {
        return new Publication(topic, payload, 1, true, true, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** At QoS 1, for those who listen now. */
    public static Publication passing(String topic, Bytes payload) {
        return new Publication(topic, payload, 1, false, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same for somebody who looks himself after what the broker keeps of it. */
    public Publication unremembered() {
        return new Publication(topic, payload, qos, retained, false, expiry, responseTopic, correlationData);
    }

    public Publication expiringAfter(Duration time) {
        return new Publication(topic, payload, qos, retained, remembered, Optional.of(time), responseTopic,
                correlationData);
    }

    public Publication correlatedWith(Bytes data) {
        return new Publication(topic, payload, qos, retained, remembered, expiry, responseTopic, Optional.of(data));
    }

    public Publication answeredAt(String topicOfAnswer) {
        return new Publication(topic, payload, qos, retained, remembered, expiry, Optional.of(topicOfAnswer),
                correlationData);
    }

    /** No fewer bytes than the packet has on the wire. */
    long packetSize() {
        return (long) topic.getBytes(StandardCharsets.UTF_8).length + payload.length()
                + responseTopic.map(answer -> answer.getBytes(StandardCharsets.UTF_8).length).orElse(0)
                + correlationData.map(Bytes::length).orElse(0) + FRAME;
    }
}
