package dev.lamplighter.cloud;

import java.io.EOFException;
import java.net.SocketException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why no trusted connection came about, in one line. */
final class TlsFault {
    private static final int LONGEST = 120;

    private TlsFault() {}

    static String words(SSLException fault, Endpoint at) {
        if (fault instanceof SSLPeerUnverifiedException) {
            return "the certificate of " + at.place() + " is not made out for the name " + at.host();
        }
        if (has(fault, CertificateExpiredException.class)) {
            return "the certificate of " + at.place() + " has expired" + day(fault, X509Certificate::getNotAfter);
        }
        if (has(fault, CertificateNotYetValidException.class)) {
            return "the certificate of " + at.place() + " is not valid yet" + day(fault, X509Certificate::getNotBefore)
                    + "; is this machine's clock right?";
        }
        return has(fault, CertificateException.class) ? untrusted(at) : broken(fault, at);
    }

    private static String untrusted(Endpoint at) {
        return "the certificate of " + at.place() + " is not signed by an authority "
                + at.ca().map(file -> "in " + file).orElse("that is known here");
    }

    private static String broken(SSLException fault, Endpoint at) {
        if (has(fault, EOFException.class) || has(fault, SocketException.class)) {
            return "the connection to " + at.place() + " was cut in the middle of the TLS handshake";
        }
        var why = Optional.ofNullable(fault.getMessage()).orElse("no reason given").lines().findFirst().orElse("");
        return "TLS with " + at.place() + " failed: " + why.substring(0, Math.min(LONGEST, why.length()));
    }

    private static String day(SSLException fault, Function<X509Certificate, Date> date) {
        return certificate(fault).map(date).map(at -> LocalDate.ofInstant(at.toInstant(), ZoneOffset.UTC))
                .map(day -> " (" + day + ")").orElse("");
    }

    private static Optional<X509Certificate> certificate(SSLException fault) {
        return CloudFault.causes(fault).filter(CertPathValidatorException.class::isInstance)
                .map(CertPathValidatorException.class::cast)
                .filter(path -> path.getCertPath() != null && path.getIndex() >= 0)
                .map(path -> path.getCertPath().getCertificates().get(path.getIndex()))
                .map(X509Certificate.class::cast).findFirst();
    }

    private static boolean has(Throwable fault, Class<? extends Throwable> kind) {
        return CloudFault.causes(fault).anyMatch(kind::isInstance);
    }
}
