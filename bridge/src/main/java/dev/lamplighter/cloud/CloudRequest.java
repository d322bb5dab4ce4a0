package dev.lamplighter.cloud;

import java.util.List;
import java.util.Optional;

/**
 * One call of LIFX's HTTP API.
 *
 * @param path the segments after {@code /v1}, not percent-encoded
 * @param query the value of {@code string}, not percent-encoded
 * @param once whether it must not arrive a second time
 */
record CloudRequest(String method, List<String> path, Optional<String> query, Optional<String> json, boolean once) {
    CloudRequest(String method, List<String> path, Optional<String> json) {
        this(method, path, Optional.empty(), json, false);
    }
}
