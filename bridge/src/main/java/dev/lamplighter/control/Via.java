package dev.lamplighter.control;

/** A kind of way to a light. */
public enum Via {
    /** Straight to the light, by datagrams. */
    LAN,
    /** By its maker's account. */
    CLOUD;

    /** Whether its requests are counted, so that few are to be made. */
    public boolean isCounted() {
        return this == CLOUD;
    }
}
