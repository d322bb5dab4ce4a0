package dev.lamplighter.app;

import dev.lamplighter.broker.Access;
import dev.lamplighter.broker.Broker;
import dev.lamplighter.broker.BrokerException;
import dev.lamplighter.broker.BrokerSettings;
import dev.lamplighter.broker.Listeners;
import dev.lamplighter.broker.Listeners.Listen;
import dev.lamplighter.broker.Login;
import dev.lamplighter.broker.Storage;
import dev.lamplighter.broker.rules.Tree;
import dev.lamplighter.broker.tls.Identity;
import dev.lamplighter.broker.tls.TlsSettings;
import dev.lamplighter.broker.users.Role;
import dev.lamplighter.config.Settings;
import dev.lamplighter.light.Secret;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The embedded broker as our commands start it, and who may log in to it. */
final class Brokers {
    private Brokers() {}

    /** @param bridge the password of our own bridge */
    static OwnBroker home(Settings settings, Secret bridge) throws CannotStart {
        return start(settings(settings, bridge, plain(settings)));
    }

    /** For a bridge in this process. Where the plain port is off the bridge gets one of its own that nobody else can reach. */
    static OwnBroker homeWithBridge(Settings settings, Secret bridge) throws CannotStart {
        return start(settings(settings, bridge, plain(settings).or(() -> Optional.of(new Listen(Logins.LOOPBACK, 0)))));
    }

    private static Optional<Listen> plain(Settings settings) {
        return listen(settings, settings.broker().ports().plain());
    }

    /** On loopback and in memory, for one more login whose name is its password. */
    static OwnBroker demo(Path folder, int port, Secret bridge, String player) throws CannotStart {
        return start(new BrokerSettings(Logins.LOOPBACK, port, folder, Storage.MEMORY, false,
                List.of(new Login(player, player), new Login(Logins.BRIDGE, bridge.reveal(), Role.BRIDGE))));
    }

    private static OwnBroker start(BrokerSettings settings) throws CannotStart {
        var broker = new Broker(settings, InstantSource.system());
        try {
            broker.start();
            return running(settings, broker);
        } catch (BrokerException refused) {
            broker.close();
            throw CannotStart.because(Words.of(refused));
        }
    }

    private static OwnBroker running(BrokerSettings settings, Broker broker) {
        var listeners = settings.listeners();
        var port = listeners.plain().isPresent() ? OptionalInt.of(broker.port()) : OptionalInt.empty();
        var doors = Stream.of(door(listeners.plain(), port, ""), door(listeners.tls(), broker.tlsPort(), " (TLS)"),
                door(listeners.websocket(), broker.websocketPort(), " (WebSocket over TLS)"));
        return new OwnBroker(port, doors.flatMap(Optional::stream).toList(), trust(listeners, broker), broker::close);
    }

    private static Optional<String> door(Optional<Listen> listen, OptionalInt port, String kind) {
        return listen.map(where -> where.bind() + ":" + port.orElseThrow() + kind);
    }

    private static Optional<String> trust(Listeners listeners, Broker broker) {
        return listeners.security().map(TlsSettings::identity).flatMap(identity -> switch (identity) {
            case Identity.Own(var authority, _) -> broker.authorityFingerprint()
                    .map(fingerprint -> authority.resolve("ca.pem") + " (SHA-256 " + fingerprint + ")");
            case Identity.Given(var certificate, _) -> Optional.of("the authority of " + certificate);
        });
    }

    private static BrokerSettings settings(Settings settings, Secret bridge, Optional<Listen> plain)
            throws CannotStart {
        var logins = new ArrayList<>(List.of(new Login(Logins.BRIDGE, bridge.reveal(), Role.BRIDGE),
                new Login(Logins.HOME, Logins.passwords(settings.data()).of(Logins.HOME).reveal())));
        settings.mqtt().login().filter(login -> settings.mqtt().url().isEmpty()).ifPresent(login -> {
            logins.removeIf(ours -> ours.username().equals(login.username()));
            logins.add(new Login(login.username(), login.password().reveal()));
        });
        var part = settings.broker();
        return new BrokerSettings(listeners(settings, plain), part.data(), Storage.FILES,
                new Access(part.anonymous(), logins, Optional.of(users(settings)), tree(settings),
                        settings.control().timeToLive()));
    }

    /** The file of those who may log in to the broker, besides those of the settings. */
    static Path users(Settings settings) {
        return settings.data().resolve("users");
    }

    private static Tree tree(Settings settings) {
        return new Tree(settings.baseTopic(), settings.boards().topic(), settings.homeAssistant().prefix());
    }

    /** What it shows over TLS. */
    static Identity identity(Settings settings) {
        var tls = settings.broker().tls();
        return tls.given().<Identity>map(files -> new Identity.Given(files.certificate(), files.key()))
                .orElseGet(() -> new Identity.Own(settings.data().resolve("ca"), tls.names()));
    }

    private static Listeners listeners(Settings settings, Optional<Listen> plain) {
        var ports = settings.broker().ports();
        var tls = settings.broker().tls();
        return new Listeners(plain, listen(settings, ports.tls()), listen(settings, ports.websocket()),
                Optional.of(new TlsSettings(identity(settings), tls.clientCa())));
    }

    private static Optional<Listen> listen(Settings settings, OptionalInt port) {
        return port.isPresent()
                ? Optional.of(new Listen(settings.broker().ports().bind(), port.getAsInt()))
                : Optional.empty();
    }
}
