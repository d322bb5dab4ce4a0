package dev.lamplighter.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The answers in {@code resources/cloud}; their origin is told there. */
final class Recorded {
    private Recorded() {}

    static String text(String name) {
        try (var file = requireNonNull(Recorded.class.getResourceAsStream("/cloud/" + name), name)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
