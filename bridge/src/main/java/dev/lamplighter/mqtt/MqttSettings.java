package dev.lamplighter.mqtt;

import dev.lamplighter.light.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to reach the broker.
 *
 * @param url {@code mqtt://}, {@code mqtts://}, {@code ws://} or {@code wss://}, host, and port where it is not the scheme's own
 * @param clientId the MQTT client identifier; the broker keeps the session of this name
 * @param tls used by {@code mqtts} and {@code wss}
 */
public record MqttSettings(URI url, String clientId, Optional<Login> login, Tls tls) {
    public static final String CLIENT_ID = "lamplighter-bridge";

    public record Login(String username, Secret password) {}

    /** PEM files: whom to trust instead of the public authorities, and who we are where the broker asks. */
    public record Tls(Optional<Path> ca, Optional<Path> clientCertificate, Optional<Path> clientKey) {
        public static final Tls PUBLIC = new Tls(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
