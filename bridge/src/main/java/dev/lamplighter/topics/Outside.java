package dev.lamplighter.topics;

import dev.lamplighter.mqtt.Publication;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What telling needs of the outside.
 *
 * @param out takes what is to be published
 * @param calendar from the times that control goes by to those that people read
 * @param memory what the process uses now
 */
public record Outside(Consumer<Publication> out, UnaryOperator<Instant> calendar, Supplier<Memory> memory) {
    /** Of the heap, in bytes. */
    public record Memory(long used, long most) {}
}
