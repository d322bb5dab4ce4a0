package dev.lamplighter.topics;

import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Publication;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Publishes retained values, each only when it is another than before. Owned by the owner's thread. */
final class Retained {
    private final Consumer<Publication> out;
    private final Map<String, Bytes> said = new HashMap<>();

    Retained(Consumer<Publication> out) {
        this.out = out;
    }

    void say(String topic, Bytes payload) {
        if (!payload.equals(said.put(topic, payload))) {
            out.accept(Publication.retained(topic, payload));
        }
    }

    void sayAnyway(String topic, Bytes payload) {
        said.put(topic, payload);
        out.accept(Publication.retained(topic, payload));
    }

    /** The broker is to forget it; nothing where nothing was said. */
    void takeAway(String topic) {
        if (said.remove(topic) != null) {
            out.accept(Publication.retained(topic, Bytes.NONE));
        }
    }

    Set<String> topics() {
        return Set.copyOf(said.keySet());
    }
}
