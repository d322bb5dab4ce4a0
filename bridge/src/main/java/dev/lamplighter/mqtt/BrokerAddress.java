package dev.lamplighter.mqtt;

import dev.lamplighter.light.Parsed;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a broker is.
 *
 * @param path of a WebSocket, with its leading slash
 */
record BrokerAddress(Transport transport, String host, int port, String path) {
    enum Transport {
        MQTT(1883), MQTTS(8883), WS(80), WSS(443);

        private final int port;

        Transport(int port) {
            this.port = port;
        }

        boolean isSecure() {
            return this == MQTTS || this == WSS;
        }
    }

    /** Of our own, since {@link URI} knows no host with an underscore, which container networks have. */
    private static final Pattern AUTHORITY = Pattern
            .compile("(?:\\[([0-9A-Fa-f:.%]+)]|([^\\[\\]:@]+))(?::(\\d{1,5}))?");

    static Parsed<BrokerAddress> parse(URI url) {
        var authority = AUTHORITY.matcher(url.getRawAuthority() == null ? "" : url.getRawAuthority());
        if (!authority.matches()) {
            return Parsed.rejected("mqtt.url", "'" + url + "' has no host, or more than a host and a port");
        }
        for (var transport : Transport.values()) {
            if (transport.name().toLowerCase(Locale.ROOT).equalsIgnoreCase(url.getScheme())) {
                var host = authority.group(1) == null ? authority.group(2) : authority.group(1);
                var port = authority.group(3) == null ? transport.port : Integer.parseInt(authority.group(3));
                return Parsed.accepted(new BrokerAddress(transport, host, port, path(url)));
            }
        }
        return Parsed.rejected("mqtt.url", "'" + url + "' begins with none of mqtt://, mqtts://, ws://, wss://");
    }

    private static String path(URI url) {
        return url.getRawPath() == null || url.getRawPath().isEmpty() ? "/mqtt" : url.getRawPath();
    }

    /** Host and port, as people write them. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
