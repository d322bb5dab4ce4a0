package dev.lamplighter.app;

import dev.lamplighter.broker.Broker;
import dev.lamplighter.broker.BrokerException;
import dev.lamplighter.broker.BrokerSettings;
import dev.lamplighter.broker.Login;
import dev.lamplighter.broker.Storage;
import dev.lamplighter.config.Settings;
import dev.lamplighter.light.Secret;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The embedded broker as our commands start it, and who may log in to it. */
final class Brokers {
    private static final String LOOPBACK = "127.0.0.1";

    private Brokers() {}

    /** @param bridge the password of our own bridge */
    static OwnBroker home(Settings settings, Secret bridge) throws CannotStart {
        return start(settings(settings, bridge));
    }

    /** On loopback and in memory, for one more login whose name is its password. */
    static OwnBroker demo(Path folder, int port, Secret bridge, String player) throws CannotStart {
        return start(new BrokerSettings(LOOPBACK, port, folder, Storage.MEMORY, false,
                List.of(new Login(player, player), new Login(Logins.BRIDGE, bridge.reveal()))));
    }

    private static OwnBroker start(BrokerSettings settings) throws CannotStart {
        var broker = new Broker(settings, InstantSource.system());
        try {
            broker.start();
            return new OwnBroker(broker.port(), broker::close);
        } catch (BrokerException refused) {
            broker.close();
            throw CannotStart.because(Words.of(refused));
        }
    }

    private static BrokerSettings settings(Settings settings, Secret bridge) throws CannotStart {
        var logins = new ArrayList<>(List.of(new Login(Logins.BRIDGE, bridge.reveal()),
                new Login(Logins.HOME, Logins.passwords(settings.data()).of(Logins.HOME).reveal())));
        settings.mqtt().login().filter(login -> settings.mqtt().url().isEmpty()).ifPresent(login -> {
            logins.removeIf(ours -> ours.username().equals(login.username()));
            logins.add(new Login(login.username(), login.password().reveal()));
        });
        var part = settings.broker();
        return new BrokerSettings(part.bind(), part.port(), part.data(), Storage.FILES, part.anonymous(), logins);
    }
}
