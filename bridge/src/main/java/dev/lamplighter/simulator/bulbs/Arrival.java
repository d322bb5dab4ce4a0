package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.light.LightId;
import java.time.Instant;

/**
 * A message that a bulb took.
 *
 * @param at by the simulator's clock
 * @param nanos by {@link System#nanoTime}, as soon as it was there
 */
public record Arrival(LightId light, Instant at, long nanos, Packet packet) {
    public boolean is(Type type) {
        return packet.is(type);
    }
}
