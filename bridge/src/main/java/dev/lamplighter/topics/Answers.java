package dev.lamplighter.topics;

import dev.lamplighter.mqtt.Publication;
import java.util.function.Consumer;

/** Where what became of commands is told. */
public interface Answers extends Consumer<Publication> {
    /** What came on {@code topic} never became a command. From any thread. */
    default void refused(String topic, String reason) {}
}
