package dev.lamplighter.simulator.bulbs;

import java.time.Duration;

/**
 * Something that goes wrong between a client and a bulb, for each datagram anew and both ways unless it says otherwise. Probabilities lie
 * between 0 and 1.
 */
public sealed interface BulbFault {
    /** The datagram never arrives. */
    record Loss(double probability) implements BulbFault {}

    /** It takes its time, at least the one and less than the other. */
    record Delay(Duration least, Duration most) implements BulbFault {}

    /** It arrives twice, the second right behind the first. */
    record Duplication(double probability) implements BulbFault {}

    /** It is held back for so long, and overtaken by those that come within. */
    record Reordering(double probability, Duration by) implements BulbFault {}

    /** Some of its bytes are others. Only replies: on the way to a bulb the checksum finds most of that, and a bulb would obey the rest. */
    record Garbling(double probability) implements BulbFault {}

    /** Its end is missing. */
    record Truncation(double probability) implements BulbFault {}

    /** Whatever reaches the bulb after so long a silence reaches it late: its Wi-Fi was asleep. */
    record Asleep(Duration after, Duration late) implements BulbFault {}

    /** Nothing arrives and nothing is said. */
    record Unplugged() implements BulbFault {}
}
