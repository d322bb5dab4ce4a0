package dev.lamplighter.app;

import dev.lamplighter.control.Way;
import dev.lamplighter.light.LightId;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.bulbs.BulbFault;
import dev.lamplighter.simulator.bulbs.BulbSettings;
import dev.lamplighter.simulator.bulbs.Bulbs;
import java.time.InstantSource;
import java.util.Random;

/** The contract of a way, held by LIFX's LAN protocol. */
final class WayByLanTest extends WayContract {
    @Override
    Far open(Household lights) throws Exception {
        var closing = new Closing();
        var bulbs = closing.add(
                Bulbs.start(BulbSettings.STANDARD, lights, InstantSource.system(), new Random(2)));
        var way = closing.add(LanOpened.to(bulbs));
        return new Far() {
            @Override
            public Way way() {
                return way;
            }

            @Override
            public void silence(LightId light) {
                bulbs.faults().add(new BulbFault.Unplugged(), light);
            }

            @Override
            public void silenceAll() {
                bulbs.faults().add(new BulbFault.Unplugged());
            }

            @Override
            public void close() {
                closing.close();
            }
        };
    }
}
