package dev.lamplighter.broker.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a client needs to come over TLS.
 *
 * @param authority whom it has to trust, as a certificate in PEM; nothing where the broker's is the user's and its file does not end with its root
 * @param names by which it may come: host names in lower case, some with a star for their first label, and addresses
 */
public record ClientTrust(Optional<String> authority, List<String> names) {
    /**
     * That of a broker which shows {@code identity}, whether it runs or not. An authority of our own is made where there is none yet; the
     * broker takes it when it starts.
     *
     * @throws TlsException in one line for the user
     */
    public static ClientTrust in(Identity identity, Means means) throws TlsException {
        return switch (identity) {
            case Identity.Own own -> new ClientTrust(
                    Optional.of(pem(Authority.open(own.authority(), means.clock(), means.random()).certificate())),
                    Names.of(means.names().get()).and(Names.of(own.names())).texts());
            case Identity.Given given -> given(Pem.certificates(given.certificate()));
        };
    }

    private static ClientTrust given(List<X509Certificate> chain) throws TlsException {
        var last = chain.getLast();
        var isRoot = last.getSubjectX500Principal().equals(last.getIssuerX500Principal());
        return new ClientTrust(isRoot ? Optional.of(pem(last)) : Optional.empty(),
                Names.in(chain.getFirst()).texts());
    }

    private static String pem(X509Certificate certificate) throws TlsException {
        try {
            return new String(Pem.certificate(certificate), US_ASCII);
        } catch (CertificateException impossible) {
            throw new TlsException("an authority's certificate cannot be encoded", impossible);
        }
    }

    /** Whether the certificate is for {@code host}, a name or an address. */
    public boolean covers(String host) {
        var wanted = Names.of(List.of(host));
        return (!wanted.texts().isEmpty() && names.containsAll(wanted.texts()))
                || wanted.hosts().stream().anyMatch(name -> names.contains(anyBeside(name)));
    }

    private static String anyBeside(String host) {
        return "*" + host.substring(Math.max(host.indexOf('.'), 0));
    }
}
