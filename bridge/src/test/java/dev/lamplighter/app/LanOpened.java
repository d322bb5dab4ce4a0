package dev.lamplighter.app;

import dev.lamplighter.lan.LanWay;
import dev.lamplighter.simulator.bulbs.Bulbs;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Random;

/** Our way by LAN, opened to simulated bulbs. */
final class LanOpened {
    private LanOpened() {}

    static LanWay to(Bulbs bulbs) throws IOException {
        var way = LanWay.open(Simulation.lan(bulbs), InstantSource.system(), new Random(3));
        way.start();
        return way;
    }
}
