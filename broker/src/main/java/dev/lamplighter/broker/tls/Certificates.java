package dev.lamplighter.broker.tls;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.security.cert.X509Certificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the key stores that HiveMQ reads in step with the settings, the machine's names and the calendar: once before the broker starts,
 * then for as long as it runs. HiveMQ notices a change within ten seconds; who is connected stays so.
 */
public final class Certificates implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);
    /** Not daily: a machine without a clock of its own may learn the day only some time after its start. */
    private static final Duration OWN = Duration.ofHours(1);
    private static final Duration FILES = Duration.ofMinutes(1);

    private final TlsSettings settings;
    private final Path folder;
    private final Means means;
    private Optional<Ticker.Ticking> ticking = Optional.empty();
    private Optional<Authority> authority = Optional.empty();
    private Optional<ServerPair> shown = Optional.empty();
    private List<X509Certificate> clientAuthorities = List.of();
    private String lastTrouble = "";

    /** @param folder for the key stores, made where it is missing */
    public Certificates(TlsSettings settings, Path folder, Means means) {
        this.settings = settings;
        this.folder = folder;
        this.means = means;
    }

    /**
     * Returns when the key stores are there.
     *
     * @throws TlsException in one line for the user
     */
    public synchronized void start() throws TlsException {
        authority = authority();
        shown = keyStore().read();
        refresh();
        ticking = Optional.of(means.ticker().every(period(), this::look));
    }

    @Override
    public synchronized void close() {
        ticking.ifPresent(Ticker.Ticking::close);
        ticking = Optional.empty();
    }

    /** PKCS#12, as its password says. */
    public Path keyStorePath() {
        return keyStore().file();
    }

    /** PKCS#12 of the authorities of clients; nothing where no certificate is asked of them. */
    public Optional<Path> trustStorePath() {
        return settings.clientCa().map(_ -> trustStore().file());
    }

    /** Of both key stores. */
    public String password() {
        return KeyStoreFile.PASSWORD;
    }

    /** SHA-256 of our own authority's certificate; nothing where the certificate is the user's. */
    public synchronized Optional<String> authorityFingerprint() {
        return authority.map(Authority::fingerprint);
    }

    public List<String> suites() {
        return Suites.of(settings.identity());
    }

    private Duration period() {
        return switch (settings.identity()) {
            case Identity.Own _ when settings.clientCa().isEmpty() -> OWN;
            case Identity.Own _,Identity.Given _ -> FILES;
        };
    }

    /** A fault now must not take from the clients what was good until now, so it is only told, and once. */
    private synchronized void look() {
        try {
            refresh();
            lastTrouble = "";
        } catch (TlsException trouble) {
            var words = String.valueOf(trouble.getMessage());
            if (!words.equals(lastTrouble)) {
                LOG.warn("The broker goes on with the certificate it has: {}", words);
            }
            lastTrouble = words;
        }
    }

    private Optional<Authority> authority() throws TlsException {
        return switch (settings.identity()) {
            case Identity.Own own -> Optional.of(Authority.open(own.authority(), means.clock(), means.random()));
            case Identity.Given _ -> Optional.empty();
        };
    }

    private void refresh() throws TlsException {
        switch (settings.identity()) {
            case Identity.Own own -> renew(own, authority.orElseThrow());
            case Identity.Given given -> take(Given.read(given, means.clock().instant()));
        }
        if (settings.clientCa().isPresent()) {
            trust(Pem.certificates(settings.clientCa().get()));
        }
    }

    private void renew(Identity.Own own, Authority ours) throws TlsException {
        var names = Names.of(means.names().get()).and(Names.of(own.names()));
        var now = means.clock().instant();
        var why = shown.map(pair -> Renewal.needed(pair.certificate(), ours.certificate(), names, now))
                .orElse(Optional.of("there is none yet"));
        if (why.isPresent()) {
            take(ours.issue(names, now));
            LOG.info("The broker's certificate was made anew, since {}; it is for {}", why.get(), names);
        }
    }

    private void take(ServerPair pair) throws TlsException {
        if (!shown.equals(Optional.of(pair))) {
            keyStore().write(pair);
            shown = Optional.of(pair);
        }
    }

    private void trust(List<X509Certificate> authorities) throws TlsException {
        if (!clientAuthorities.equals(authorities)) {
            trustStore().write(authorities);
            clientAuthorities = authorities;
        }
    }

    private KeyStoreFile keyStore() {
        return new KeyStoreFile(folder.resolve("server.p12"));
    }

    private KeyStoreFile trustStore() {
        return new KeyStoreFile(folder.resolve("clients.p12"));
    }
}
