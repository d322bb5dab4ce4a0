package dev.lamplighter.cloud;

import dev.lamplighter.light.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to reach a LIFX account.
 *
 * @param token the account's personal access token
 * @param url scheme and authority of the HTTP API, without {@code /v1}
 * @param ca a PEM file of certificate authorities to trust instead of the public ones
 */
public record CloudSettings(Secret token, URI url, Optional<Path> ca) {
    public static final URI LIFX = URI.create("https://api.lifx.com");
}
