package dev.lamplighter.web.relay;

import java.util.Map;
import java.util.Optional;

/**
 * A request, as a server has read it.
 *
 * @param path as it was sent, percent-encoded, from {@code /v1} on
 * @param query as it was sent, without the question mark; may be empty
 * @param headers by their names in lower case
 * @param address whose it is
 */
public record RelayRequest(String method, String path, String query, Map<String, String> headers, String body,
        String address) {
    public RelayRequest {
        headers = Map.copyOf(headers);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
