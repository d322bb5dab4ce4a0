package dev.lamplighter.broker.tls;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When the broker's certificate has to be made anew. Pure. */
final class Renewal {
    static final Duration REMAINING = Duration.ofDays(30);

    private Renewal() {}

    /**
     * Why it has to be, or nothing. A name or address that is gone is no reason: nobody comes that way any more, and where it comes back
     * (a cable pulled and put in again) the certificate serves as it is.
     */
    static Optional<String> needed(X509Certificate server, X509Certificate authority, Names names, Instant now) {
        var missing = names.missingIn(Names.in(server));
        if (!isBy(authority, server)) {
            return Optional.of("it is of another authority");
        }
        if (now.plus(REMAINING).isAfter(server.getNotAfter().toInstant())) {
            return Optional.of("it ends on " + server.getNotAfter().toInstant());
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of("it lacks " + String.join(", ", missing));
    }

    private static boolean isBy(X509Certificate authority, X509Certificate server) {
        try {
            server.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException other) {
            return false;
        }
    }
}
