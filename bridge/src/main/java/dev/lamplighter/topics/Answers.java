package dev.lamplighter.topics;

import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Publication;
import java.util.function.Consumer;

/** Where what became of commands is told. */
public interface Answers extends Consumer<Publication> {
    /** What came on {@code topic} never became a command. From any thread. */
    default void refused(String topic, String reason) {}

    /** What became of a {@code command} that came on {@code topic}, as its sender is told. From any thread. */
    default void told(String topic, Bytes command, Bytes result) {}
}
