package dev.lamplighter.simulator.bulbs;

/**
 * How simulated bulbs are reached and how they behave.
 *
 * @param bind the address of this machine they have, where that is not loopback
 * @param port where they all listen, each at an address of its own; 0 for any free one. Real ones have 56700.
 * @param perSecond how many messages a second one of them takes, see {@link #LIFX}
 */
public record BulbSettings(Reach reach, String bind, int port, int perSecond) {
    /** What LIFX says its devices take. */
    public static final int LIFX = 20;

    /** Where on loopback the bulbs are. */
    public enum Reach {
        /** Each at an address of its own, all at the same port, with a broadcast address, as in a home. Not every system has that. */
        ADDRESSES,
        /** All at one address, each at a port of its own, to be found by a list only. */
        PORTS,
        /** All at an address of this machine, each at a port of its own, and a broadcast is heard by all: for bridges on other machines. */
        NETWORK,
        /** Addresses where this system has them, else ports. */
        BEST
    }

    public static final BulbSettings STANDARD = new BulbSettings(Reach.BEST, "127.0.0.1", 0, LIFX);

    public BulbSettings by(Reach other) {
        return new BulbSettings(other, bind, port, perSecond);
    }

    /** On the networks of this machine that {@code address} stands for, {@code 0.0.0.0} for all of them. */
    public BulbSettings on(String address) {
        return new BulbSettings(Reach.NETWORK, address, port, perSecond);
    }

    public BulbSettings at(int other) {
        return new BulbSettings(reach, bind, other, perSecond);
    }

    public BulbSettings taking(int messages) {
        return new BulbSettings(reach, bind, port, messages);
    }
}
