package dev.lamplighter.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is set of the embedded broker.
 *
 * @param data where it keeps retained messages and sessions; the folder need not exist yet
 * @param anonymous whether clients may come in without a login
 */
public record BrokerPart(Ports ports, Tls tls, Path data, boolean anonymous) {
    /**
     * Where it listens: 0 to 65535 each, 0 taking a free port, nothing where that listener is off; they are not all off.
     *
     * @param bind the address to listen on
     * @param plain MQTT without TLS
     * @param tls MQTT over TLS
     * @param websocket MQTT over WebSocket over TLS
     */
    public record Ports(String bind, OptionalInt plain, OptionalInt tls, OptionalInt websocket) {}

    /**
     * What it shows and asks for over TLS; PEM files.
     *
     * @param given the user's own certificate in place of the one made by itself
     * @param clientCa where given, every client needs a certificate of this authority
     * @param names further host names and addresses for the certificate made by itself
     */
    public record Tls(Optional<Given> given, Optional<Path> clientCa, List<String> names) {}

    /** A certificate with those between it and its root, and its key. */
    public record Given(Path certificate, Path key) {}
}
