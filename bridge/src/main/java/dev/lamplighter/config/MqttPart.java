package dev.lamplighter.config;

import dev.lamplighter.mqtt.MqttSettings;
import java.net.URI;
import java.util.Optional;

/**
 * What is set of the way to the broker, before it is known which broker that is.
 *
 * @param url empty means the embedded broker, whose address only its starter knows
 */
public record MqttPart(Optional<URI> url, String clientId, Optional<MqttSettings.Login> login, MqttSettings.Tls tls) {
    /** The same settings for the broker at this address. */
    public MqttSettings toBroker(URI broker) {
        return new MqttSettings(broker, clientId, login, tls);
    }
}
