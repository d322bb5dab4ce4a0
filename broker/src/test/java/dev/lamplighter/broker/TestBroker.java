package dev.lamplighter.broker;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** A real broker on a free port of loopback. */
final class TestBroker {
    static final Login HALL = new Login("hall", "lamp");

    private TestBroker() {}

    static BrokerSettings settings(Path data, Storage storage) {
        return new BrokerSettings("127.0.0.1", 0, data, storage, false, List.of(HALL));
    }

    static Broker started(BrokerSettings settings) throws BrokerException {
        var broker = new Broker(settings, InstantSource.system());
        broker.start();
        return broker;
    }

    static Broker started(Path data) throws BrokerException {
        return started(settings(data, Storage.FILES));
    }
}
