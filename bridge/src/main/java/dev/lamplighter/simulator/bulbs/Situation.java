package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.simulator.SimulatedLight;
import java.time.Instant;

/**
 * What a bulb is in when a message comes.
 *
 * @param light as the household has it, with the wish in the middle of a transition
 * @param port where it listens
 */
record Situation(SimulatedLight light, Memory memory, int port, Instant now) {
    /** As it shows itself at this moment. */
    SimulatedLight shown() {
        return light.at(now);
    }
}
