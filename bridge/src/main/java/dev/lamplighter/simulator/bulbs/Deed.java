package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.simulator.SimulatedLight;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a message makes of a light, and what the light says to it.
 *
 * @param states as they were before the change: a real bulb answers first and then does what it was told
 * @param asked whether the states were asked for by the message itself, so that they go out in any case
 */
record Deed(UnaryOperator<SimulatedLight> change, List<Message> states, boolean asked) {
    static Deed tell(Message... states) {
        return tell(List.of(states));
    }

    static Deed tell(List<Message> states) {
        return new Deed(UnaryOperator.identity(), List.copyOf(states), true);
    }

    static Deed set(UnaryOperator<SimulatedLight> change, Message... states) {
        return new Deed(change, List.of(states), false);
    }

    /** For what changes nothing of the light that others could see. */
    static Deed set(Message... states) {
        return set(UnaryOperator.identity(), states);
    }

    boolean tells(Packet packet) {
        return asked || packet.stateWanted();
    }
}
