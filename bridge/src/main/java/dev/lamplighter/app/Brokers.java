package dev.lamplighter.app;

import dev.lamplighter.broker.Broker;
import dev.lamplighter.broker.BrokerException;
import dev.lamplighter.broker.BrokerSettings;
import dev.lamplighter.broker.Login;
import dev.lamplighter.broker.Storage;
import dev.lamplighter.config.Settings;
import dev.lamplighter.light.Secret;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The embedded broker as our commands start it, and who may log in to it. */
final class Brokers {
    private Brokers() {}

    static Broker start(BrokerSettings settings) throws CannotStart {
        var broker = new Broker(settings, InstantSource.system());
        try {
            broker.start();
            return broker;
        } catch (BrokerException refused) {
            broker.close();
            throw CannotStart.because(Words.of(refused));
        }
    }

    static BrokerSettings settings(Settings settings, Secret bridge) throws CannotStart {
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
