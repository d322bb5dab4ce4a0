package dev.lamplighter.broker;

import dev.lamplighter.broker.tls.TlsSettings;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the broker listens; each of the three may be left out, but not all.
 *
 * @param plain MQTT without TLS
 * @param tls MQTT over TLS
 * @param websocket MQTT over WebSocket over TLS, at the path {@code /mqtt}
 * @param security needed where one of the latter two is given
 */
public record Listeners(Optional<Listen> plain, Optional<Listen> tls, Optional<Listen> websocket,
        Optional<TlsSettings> security) {
    /**
     * @param bind the address to listen on, a number or a name of this machine; {@code 0.0.0.0} is every address
     * @param port 1 to 65535, or 0 for any free one
     */
    public record Listen(String bind, int port) {
        public Listen {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("a port lies between 0 and 65535, not at " + port);
            }
        }
    }

    public Listeners {
        if (plain.isEmpty() && tls.isEmpty() && websocket.isEmpty()) {
            throw new IllegalArgumentException("a broker that listens nowhere serves nobody");
        }
        if ((tls.isPresent() || websocket.isPresent()) && security.isEmpty()) {
            throw new IllegalArgumentException("TLS needs a certificate");
        }
    }

    /** Without TLS only. */
    public static Listeners plain(String bind, int port) {
        return new Listeners(Optional.of(new Listen(bind, port)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What certificates are kept for. */
    Optional<TlsSettings> secured() {
        return tls.or(() -> websocket).flatMap(_ -> security);
    }

    Stream<Listen> all() {
        return Stream.of(plain, tls, websocket).flatMap(Optional::stream);
    }
}
