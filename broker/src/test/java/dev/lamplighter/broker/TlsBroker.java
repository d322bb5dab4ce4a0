package dev.lamplighter.broker;

import dev.lamplighter.broker.Listeners.Listen;
import dev.lamplighter.broker.tls.Identity;
import dev.lamplighter.broker.tls.Situation;
import dev.lamplighter.broker.tls.TlsSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A real broker with all three listeners on free ports of loopback, in memory, its calendar in the hands of the test. */
final class TlsBroker {
    private static final Listen FREE = new Listen("127.0.0.1", 0);

    private TlsBroker() {}

    static Broker started(Path folder, Situation situation) throws BrokerException {
        return started(folder, new TlsSettings(own(folder), Optional.empty()), situation);
    }

    static Broker started(Path folder, TlsSettings settings) throws BrokerException {
        return started(folder, settings, new Situation(Instant.now()));
    }

    static Broker started(Path folder, TlsSettings settings, Situation situation) throws BrokerException {
        var listeners = new Listeners(Optional.of(FREE), Optional.of(FREE), Optional.of(FREE), Optional.of(settings));
        var broker = new Broker(new BrokerSettings(listeners, folder.resolve("broker"), Storage.MEMORY, false,
                List.of(TestBroker.HALL)), situation.means());
        broker.start();
        return broker;
    }

    static Identity own(Path folder) {
        return new Identity.Own(folder.resolve("ca"), List.of("lamps.example"));
    }
}
