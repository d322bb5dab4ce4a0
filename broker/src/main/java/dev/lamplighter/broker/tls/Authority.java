package dev.lamplighter.broker.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The home's own certificate authority: the one thing a client has to be given to trust the broker. Its folder holds {@code ca.pem} and
 * {@code ca.der}, for the clients, and {@code ca-key.pem}, for nobody.
 */
public final class Authority {
    private static final int YEARS = 20;
    /**
     * For the broker's certificate, renewed 30 days before. Apple's limit of 825 days, which holds for private authorities too, counts
     * from the beginning that a certificate states and spares those that begin before July 2019, as ours do; other clients have none. So
     * this is short only to let a stolen key die.
     */
    private static final Duration SERVER = Duration.ofDays(397);

    private final X509Certificate certificate;
    private final PrivateKey key;
    private final Issuing issuing;

    private Authority(X509Certificate certificate, PrivateKey key, Issuing issuing) {
        this.certificate = certificate;
        this.key = key;
        this.issuing = issuing;
    }

    /**
     * The authority of this folder, made where there is none. Two processes may do so at once.
     *
     * @throws TlsException when the folder cannot be used, something in it is missing or damaged, or the authority is at its end
     */
    public static Authority open(Path folder, InstantSource clock, SecureRandom random) throws TlsException {
        var issuing = new Issuing(random);
        var files = new AuthorityFolder(folder);
        if (!files.exists()) {
            files.make(make(issuing, clock.instant()));
        }
        var pair = files.read();
        if (clock.instant().isAfter(pair.certificate().getNotAfter().toInstant())) {
            throw new TlsException("the certificate authority in " + folder + " ended on "
                    + pair.certificate().getNotAfter().toInstant() + "; " + AuthorityFolder.ANEW);
        }
        return new Authority(pair.certificate(), pair.key(), issuing);
    }

    private static ServerPair make(Issuing issuing, Instant now) throws TlsException {
        try {
            var pair = issuing.key();
            var end = now.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
            return new ServerPair(pair.getPrivate(), List.of(issuing.authority(pair, end)));
        } catch (GeneralSecurityException | IOException failed) {
            throw new TlsException("the certificate authority cannot be made: " + failed.getMessage(), failed);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** SHA-256 of the certificate, as {@code openssl x509 -fingerprint -sha256} prints it. */
    public String fingerprint() {
        try {
            return Fingerprint.of(certificate.getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("what was read from a file can be written to one", impossible);
        }
    }

    /** A new key and a certificate for it; the authority's own is not part of the chain, since every client has it. */
    ServerPair issue(Names names, Instant now) throws TlsException {
        try {
            var pair = issuing.key();
            var end = earlier(now.plus(SERVER), certificate.getNotAfter().toInstant());
            var server = issuing.server(certificate, key, pair.getPublic(), new Issuing.Ticket(names, end));
            return new ServerPair(pair.getPrivate(), List.of(server));
        } catch (GeneralSecurityException | IOException failed) {
            throw new TlsException("the broker's certificate cannot be made: " + failed.getMessage(), failed);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
