package dev.lamplighter.app;

import dev.lamplighter.broker.tls.ClientTrust;
import dev.lamplighter.broker.tls.HostNames;
import dev.lamplighter.broker.tls.Means;
import dev.lamplighter.broker.tls.TlsException;
import dev.lamplighter.config.Settings;
import dev.lamplighter.kit.Endpoint;
import dev.lamplighter.kit.Kit;
import dev.lamplighter.light.OneLine;
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

    /**
     * What a board is to know. Where it needs our authority and there is none yet, that is made, once nothing is left to refuse.
     *
     * @param before how the board has come until now
     */
    Kit kit(String name, BoardWay.Wish wish, Optional<Endpoint> before, Secret password) throws CannotStart {
        var tls = wish.secured().or(() -> before.map(Endpoint::tls)).orElse(true);
        var port = port(tls);
        var host = wish.host().or(() -> before.map(Endpoint::host));
        var names = tls ? Optional.of(certified()) : Optional.<List<String>>empty();
        var broker = new Endpoint(host.isPresent() ? asked(host.get(), names) : found(names), port, tls);
        return new Kit(name, broker, password, new Kit.Topics(settings.baseTopic(), settings.boards().topic()),
                tls ? authority() : Optional.empty(), wish.wifi());
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

    private ClientTrust trust() {
        return new ClientTrust(Brokers.identity(settings), Means.real(InstantSource.system()));
    }

    private List<String> certified() throws CannotStart {
        try {
            return trust().names();
        } catch (TlsException unusable) {
            throw CannotStart.because(Words.of(unusable));
        }
    }

    private Optional<Kit.Ca> authority() throws CannotStart {
        try {
            return trust().authority().map(Kit.Ca::new);
        } catch (TlsException unusable) {
            throw CannotStart.because(Words.of(unusable));
        }
    }

    /** @param certified the names in the broker's certificate, where the board looks at it */
    private String asked(String host, Optional<List<String>> certified) throws CannotStart {
        if (!BoardHost.isHost(host)) {
            throw CannotStart.wrong("--host: '" + OneLine.of(host) + "' is neither a name nor an address");
        }
        if (certified.isPresent() && !ClientTrust.covers(certified.get(), host)) {
            throw CannotStart.wrong("the broker's certificate is not for '" + host + "': "
                    + (settings.broker().tls().given().isPresent() ? "" : "put it into broker.names, or ")
                    + "choose with --host one of " + String.join(", ", certified.get()));
        }
        return host;
    }

    private String found(Optional<List<String>> certified) throws CannotStart {
        return BoardHost
                .best(settings.broker().ports().bind(), settings.broker().tls().names(), BoardHost.outside(),
                        addressesFirst(certified.orElseGet(() -> new HostNames().get())),
                        host -> certified.map(names -> ClientTrust.covers(names, host)).orElse(true))
                .orElseThrow(() -> CannotStart.wrong("no name or address is known by which a board would find the "
                        + "broker: give one with --host"));
    }

    /** Addresses need nobody who knows names. */
    private static List<String> addressesFirst(List<String> names) {
        return names.stream().sorted(Comparator.comparing(BoardHost::isName)).toList();
    }
}
