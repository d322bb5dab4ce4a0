package dev.lamplighter.broker.tls;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** A certificate of the user's: read, and looked at as its clients will. */
final class Given {
    private Given() {}

    static ServerPair read(Identity.Given given, Instant now) throws TlsException {
        var file = given.certificate();
        var pair = new ServerPair(Pem.key(given.key()), withoutRoot(Pem.certificates(file)));
        if (!Fit.fits(pair)) {
            throw new TlsException(
                    "the key in " + given.key() + " does not belong to the first certificate in " + file);
        }
        inOrder(given, pair.chain());
        inForce(given, pair.certificate(), now);
        return pair;
    }

    /** Every client has it already, or it would not trust the rest. */
    private static List<X509Certificate> withoutRoot(List<X509Certificate> chain) {
        var last = chain.getLast();
        var isRoot = last.getSubjectX500Principal().equals(last.getIssuerX500Principal());
        return isRoot && chain.size() > 1 ? chain.subList(0, chain.size() - 1) : chain;
    }

    private static void inOrder(Identity.Given given, List<X509Certificate> chain) throws TlsException {
        for (var i = 1; i < chain.size(); i++) {
            if (!chain.get(i - 1).getIssuerX500Principal().equals(chain.get(i).getSubjectX500Principal())) {
                throw new TlsException("the certificates in " + given.certificate() + " are out of order: number "
                        + (i + 1) + " did not issue number " + i);
            }
        }
    }

    /** Its beginning is left to the clients: a machine without a clock of its own may start in the past. */
    private static void inForce(Identity.Given given, X509Certificate certificate, Instant now) throws TlsException {
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw new TlsException("the certificate in " + given.certificate() + " ended on "
                    + certificate.getNotAfter().toInstant());
        }
    }
}
