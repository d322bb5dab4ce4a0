package dev.lamplighter.simulator;

import java.time.Instant;

/**
 * A request that arrived, and the status it was answered with.
 *
 * @param number counts all requests from 1
 * @param at when its last byte had been read
 * @param nanos the same moment by {@link System#nanoTime()}
 * @param path percent-decoded, without the query
 * @param protocol {@code HTTP/2} or {@code HTTP/1.1}, as negotiated
 * @param tls the version of TLS, such as {@code TLSv1.3}
 * @param status what was sent; 0 when the connection was cut instead
 */
public record Exchange(long number, Instant at, long nanos, String method, String path, String body, String protocol,
        String tls, int status) {
    /** Whether it is one that may change something. */
    public boolean isWrite() {
        return !method.equals("GET");
    }

    Exchange numbered(long to) {
        return new Exchange(to, at, nanos, method, path, body, protocol, tls, status);
    }
}
