package dev.lamplighter.app;

import dev.lamplighter.broker.tls.ClientTrust;
import dev.lamplighter.broker.tls.HostNames;
import dev.lamplighter.broker.tls.Means;
import dev.lamplighter.broker.tls.TlsException;
import dev.lamplighter.config.Settings;
import dev.lamplighter.kit.Endpoint;
import dev.lamplighter.kit.Kit;
import dev.lamplighter.light.Secret;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How boards come to our broker, by its settings and the names of this machine. */
final class BoardPlace {
    private final Settings settings;

    BoardPlace(Settings settings) {
        this.settings = settings;
    }

    /** @param before how the board has come until now */
    Kit kit(String name, BoardWay.Wish wish, Optional<Endpoint> before, Secret password) throws CannotStart {
        var tls = wish.secured().or(() -> before.map(Endpoint::tls)).orElse(true);
        var port = port(tls);
        var trust = tls ? Optional.of(trust()) : Optional.<ClientTrust>empty();
        var host = wish.host().or(() -> before.map(Endpoint::host));
        return new Kit(name, new Endpoint(host.isPresent() ? asked(host.get(), trust) : found(trust), port, tls),
                password, new Kit.Topics(settings.baseTopic(), settings.boards().topic()),
                trust.flatMap(ClientTrust::authority).map(Kit.Ca::new), wish.wifi());
    }

    /** Where the authority of our own is, if it is ours that the broker shows. */
    Optional<Path> authorityFile() {
        return settings.broker().tls().given().isPresent()
                ? Optional.empty()
                : Optional.of(settings.data().resolve("ca").resolve("ca.der"));
    }

    private int port(boolean tls) throws CannotStart {
        var ports = settings.broker().ports();
        return tls
                ? port(ports.tls(), "broker.tls-port", "--lan makes the board's files without TLS")
                : port(ports.plain(), "broker.port", "leave --lan out, and the board comes over TLS");
    }

    private static int port(OptionalInt port, String setting, String instead) throws CannotStart {
        if (port.isEmpty()) {
            throw CannotStart.wrong(setting + " is off, so no board can come that way; " + instead);
        }
        if (port.getAsInt() == 0) {
            throw CannotStart.wrong(setting + " is 0, another port at each start: boards need one that stays");
        }
        return port.getAsInt();
    }

    private ClientTrust trust() throws CannotStart {
        try {
            return ClientTrust.in(Brokers.identity(settings), Means.real(InstantSource.system()));
        } catch (TlsException unusable) {
            throw CannotStart.because(Words.of(unusable));
        }
    }

    private String asked(String host, Optional<ClientTrust> trust) throws CannotStart {
        if (!BoardHost.isHost(host)) {
            throw CannotStart.wrong("--host: '" + Table.plain(host) + "' is neither a name nor an address");
        }
        if (trust.isPresent() && !trust.get().covers(host)) {
            throw CannotStart.wrong("the broker's certificate is not for '" + host + "': "
                    + (settings.broker().tls().given().isPresent() ? "" : "put it into broker.names, or ")
                    + "choose with --host one of " + String.join(", ", trust.get().names()));
        }
        return host;
    }

    private String found(Optional<ClientTrust> trust) throws CannotStart {
        var names = trust.map(ClientTrust::names).orElseGet(() -> new HostNames().get());
        return BoardHost
                .best(settings.broker().ports().bind(), settings.broker().tls().names(), BoardHost.outside(),
                        addressesFirst(names), host -> trust.map(it -> it.covers(host)).orElse(true))
                .orElseThrow(() -> CannotStart.wrong("no name or address is known by which a board would find the "
                        + "broker: give one with --host"));
    }

    /** Addresses need nobody who knows names. */
    private static List<String> addressesFirst(List<String> names) {
        return names.stream().sorted(Comparator.comparing(BoardHost::isName)).toList();
    }
}
