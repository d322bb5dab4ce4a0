package dev.lamplighter.app;

import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.cloud.NamedClient;
import dev.lamplighter.control.Way;
import dev.lamplighter.light.LightId;
import dev.lamplighter.simulator.Fault;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.SimulatedCloud;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;

/** The contract of a way, held by the client of LIFX's cloud. */
final class WayByCloudTest extends WayContract {
    @TempDir
    private Path folder;

    @Override
    Far open(Household lights) throws Exception {
        var closing = new Closing();
        var cloud = closing.add(new SimulatedCloud(Home.CLOUD.withTransitions(), lights, InstantSource.system(),
                new Random(1)));
        cloud.start();
        cloud.writeCa(folder.resolve("ca.pem"));
        var settings = new CloudSettings(Home.TOKEN, cloud.url(), Optional.of(folder.resolve("ca.pem")));
        var client = closing.add(NamedClient.of(settings, () -> true, InstantSource.system()));
        return new Far() {
            @Override
            public Way way() {
                return client;
            }

            @Override
            public void silence(LightId light) {
                cloud.faults().add(new Fault.TimedOut(light, false));
            }

            @Override
            public void silenceAll() {
                cloud.refuseConnections();
            }

            @Override
            public void close() {
                closing.close();
            }
        };
    }
}
