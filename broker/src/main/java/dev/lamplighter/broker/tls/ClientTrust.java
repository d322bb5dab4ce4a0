package dev.lamplighter.broker.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What a client needs to come over TLS to a broker that shows an identity, whether it runs or not. */
public final class ClientTrust {
    private final Identity identity;
    private final Means means;

    public ClientTrust(Identity identity, Means means) {
        this.identity = identity;
        this.means = means;
    }

    /**
     * By which it may come: host names in lower case, some with a star for their first label, and addresses.
     *
     * @throws TlsException in one line for the user
     */
    public List<String> names() throws TlsException {
        return switch (identity) {
            case Identity.Own own -> Names.of(means.names().get()).and(Names.of(own.names())).texts();
            case Identity.Given given -> Names.in(Pem.certificates(given.certificate()).getFirst()).texts();
        };
    }

    /**
     * Whom it has to trust, as a certificate in PEM; nothing where the broker's is the user's and its file does not end with its root. An
     * authority of our own is made where there is none yet; the broker takes it when it starts.
     *
     * @throws TlsException in one line for the user
     */
    public Optional<String> authority() throws TlsException {
        return switch (identity) {
            case Identity.Own own ->
                Optional.of(pem(Authority.open(own.authority(), means.clock(), means.random()).certificate()));
            case Identity.Given given -> root(Pem.certificates(given.certificate()).getLast());
        };
    }

    private static Optional<String> root(X509Certificate last) throws TlsException {
        return last.getSubjectX500Principal().equals(last.getIssuerX500Principal())
                ? Optional.of(pem(last))
                : Optional.empty();
    }

    private static String pem(X509Certificate certificate) throws TlsException {
        try {
            return new String(Pem.certificate(certificate), US_ASCII);
        } catch (CertificateException impossible) {
            throw new TlsException("an authority's certificate cannot be encoded", impossible);
        }
    }

    /** Whether {@code names} of a certificate are good for {@code host}, a name or an address. */
    public static boolean covers(List<String> names, String host) {
        var wanted = Names.of(List.of(host));
        return (!wanted.texts().isEmpty() && names.containsAll(wanted.texts()))
                || wanted.hosts().stream().anyMatch(name -> names.contains(anyBeside(name)));
    }

    private static String anyBeside(String host) {
        return "*" + host.substring(Math.max(host.indexOf('.'), 0));
    }
}
