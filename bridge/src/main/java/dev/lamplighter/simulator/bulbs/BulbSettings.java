package dev.lamplighter.simulator.bulbs;

/**
 * How simulated bulbs are reached and how they behave.
 *
 * @param port where they all listen, each at an address of its own; 0 for any free one. Real ones have 56700.
 * @param perSecond how many messages a second one of them takes, see {@link #LIFX}
 */
public record BulbSettings(Reach reach, int port, int perSecond) {
    /** What LIFX says its devices take. */
    public static final int LIFX = 20;

    /** Where on loopback the bulbs are. */
    public enum Reach {
        /** Each at an address of its own, all at the same port, with a broadcast address, as in a home. Not every system has that. */
        ADDRESSES,
        /** All at one address, each at a port of its own, to be found by a list only. */
        PORTS,
        /** Addresses where this system has them, else ports. */
        BEST
    }

    public static final BulbSettings STANDARD = new BulbSettings(Reach.BEST, 0, LIFX);

    public BulbSettings by(Reach other) {
        return new BulbSettings(other, port, perSecond);
    }

    public BulbSettings at(int other) {
        return new BulbSettings(reach, other, perSecond);
    }

    public BulbSettings taking(int messages) {
        return new BulbSettings(reach, port, messages);
    }
}
