package dev.lamplighter.simulator.bulbs;

import java.util.Optional;

/** Some messages that a bulb understands. */
interface Ability {
    /** Empty for a message of others. The payload is as long as its type needs. */
    Optional<Deed> hear(Packet packet, Type type, Situation situation);
}
