package dev.lamplighter.web;

import java.nio.charset.StandardCharsets;

/**
 * An event of the stream, written once for all who listen.
 *
 * @param key of what it is about: a newer one takes the place of an older that waits
 */
record Frame(String key, Content text) {
    Frame(String key, String event, String json) {
        this(key, Content.of("text/event-stream",
                ("event: " + event + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8)));
    }
}
