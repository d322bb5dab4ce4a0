package dev.lamplighter.app;

import dev.lamplighter.lan.LanSettings;
import dev.lamplighter.lan.LanSettings.Place;
import dev.lamplighter.lan.LanWay;
import dev.lamplighter.simulator.bulbs.Bulbs;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** Our way by LAN, opened to simulated bulbs. */
final class LanOpened {
    private LanOpened() {}

    static LanWay to(Bulbs bulbs) throws IOException {
        var way = LanWay.open(settings(bulbs), InstantSource.system(), new Random(3));
        way.start();
        return way;
    }

    /** By broadcast where loopback has that, else by a list. */
    static LanSettings settings(Bulbs bulbs) {
        return bulbs.broadcast()
                .map(all -> new LanSettings(all.getPort(), List.of(all.getAddress().getHostAddress()), List.of()))
                .orElseGet(() -> new LanSettings(LanSettings.PORT, List.of("127.0.0.1"),
                        bulbs.addresses().values().stream().map(LanOpened::place).toList()));
    }

    private static Place place(InetSocketAddress address) {
        return new Place(address.getAddress().getHostAddress(), address.getPort());
    }
}
