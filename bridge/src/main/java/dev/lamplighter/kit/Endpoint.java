package dev.lamplighter.kit;

/**
 * Where a board finds the broker.
 *
 * @param host a name or an address; one of version 6 without brackets
 * @param port 1 to 65535
 * @param tls whether it speaks TLS there
 */
public record Endpoint(String host, int port, boolean tls) {
    public Endpoint {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("no place to connect to: '" + host + "', port " + port);
        }
    }

    /** Such as {@code mqtts://192.168.1.5:8883}. */
    public String url() {
        return url("");
    }

    /** @param login goes before the host, with its {@code @}; may be empty */
    String url(String login) {
        return (tls ? "mqtts://" : "mqtt://") + login + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
