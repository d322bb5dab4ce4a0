package dev.lamplighter.app;

import dev.lamplighter.config.Settings;
import dev.lamplighter.light.Secret;
import dev.lamplighter.mqtt.MqttSettings;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** Who we are to our own broker, and where it is. */
final class Logins {
    /** The login of the bridge where it runs beside the broker. */
    static final String BRIDGE = "bridge";
    /** The login for everything else at home, until each has its own. */
    static final String HOME = "home";

    /** The login to the demo, which is its password too: there is nothing to get there but simulated lamps. */
    static final String PLAYER = "demo";

    static final String LOOPBACK = "127.0.0.1";

    private Logins() {}

    /**
     * Who visits the broker that the settings mean. Without a login in the settings we are the one at home, and where no home was ever made
     * it can only be the demo that runs here.
     */
    static MqttSettings visitor(Settings settings) throws CannotStart {
        var mqtt = settings.mqtt();
        if (mqtt.url().isPresent()) {
            return mqtt.toBroker(mqtt.url().get());
        }
        var near = here(settings);
        if (near.login().isPresent()) {
            return near;
        }
        var home = passwords(settings.data()).find(HOME);
        return home.isPresent() ? as(near, HOME, home.get()) : as(near, PLAYER, new Secret(PLAYER));
    }

    static PasswordFiles passwords(Path data) {
        return new PasswordFiles(data.resolve("passwords"), new SecureRandom());
    }

    /** The broker of these settings as another process of this machine finds it: over TLS only where there is no other way in. */
    static MqttSettings here(Settings settings) throws CannotStart {
        var ports = settings.broker().ports();
        if (ports.plain().isPresent()) {
            return settings.mqtt().toBroker(near(ports.bind(), ports.plain().getAsInt()));
        }
        if (ports.tls().isEmpty() || settings.broker().tls().given().isPresent()) {
            throw CannotStart.wrong("broker.port is off: set mqtt.url to the address of the broker as its certificate "
                    + "has it, such as mqtts://broker.example:8883");
        }
        var url = URI
                .create("mqtts" + near(ports.bind(), ports.tls().getAsInt()).toString().substring("mqtt".length()));
        return trusting(settings.mqtt().toBroker(url), settings.data().resolve("ca").resolve("ca.pem"));
    }

    private static MqttSettings trusting(MqttSettings mqtt, Path ca) {
        var tls = mqtt.tls();
        return new MqttSettings(mqtt.url(), mqtt.clientId(), mqtt.login(), new MqttSettings.Tls(
                tls.ca().or(() -> Optional.of(ca)), tls.clientCertificate(), tls.clientKey()));
    }

    /** The way of a bridge to the broker in its own process, which has a listener for it in any case. */
    static URI beside(Settings settings, OwnBroker broker) {
        var ports = settings.broker().ports();
        return near(ports.plain().isPresent() ? ports.bind() : LOOPBACK, broker.port().orElseThrow());
    }

    /** Where a bridge on the same machine finds a broker that listens on {@code bind}. */
    static URI near(String bind, int port) {
        var host = bind.equals("0.0.0.0") || bind.equals("::") ? LOOPBACK : bind;
        return URI.create("mqtt://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    static MqttSettings as(MqttSettings mqtt, String user, Secret password) {
        return new MqttSettings(mqtt.url(), mqtt.clientId(), Optional.of(new MqttSettings.Login(user, password)),
                mqtt.tls());
    }
}
