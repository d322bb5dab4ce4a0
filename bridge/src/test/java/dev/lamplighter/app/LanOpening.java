package dev.lamplighter.app;

import dev.lamplighter.control.Way;
import dev.lamplighter.simulator.bulbs.Bulbs;

/** Opens the way by LAN that is tested, to simulated bulbs. */
interface LanOpening {
    /** @param closing ends it */
    record Opened(Way way, AutoCloseable closing) {}

    Opened open(Bulbs bulbs) throws Exception;
}
