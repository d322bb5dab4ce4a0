package dev.lamplighter.cloud;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * What a TLS handshake showed.
 *
 * @param ends when the certificate does
 */
record TlsSight(String words, Instant ends) {
    private static final Duration SOON = Duration.ofDays(7);

    /** Shakes hands as a client does that asks for the certificate of {@code endpoint}; {@code socket} stays open. */
    static TlsSight of(SSLSocketFactory trust, Socket socket, Endpoint endpoint, int patienceMs) throws IOException {
        try (var tls = (SSLSocket) trust.createSocket(socket, endpoint.host(), endpoint.base().port(), false)) {
            tls.setSoTimeout(patienceMs);
            var parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            return of(tls.getSession());
        }
    }

    private static TlsSight of(SSLSession session) throws IOException {
        var chain = Stream.of(session.getPeerCertificates()).filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast).toList();
        var ends = chain.getFirst().getNotAfter().toInstant();
        var issuers = chain.stream().map(one -> one.getIssuerX500Principal().getName()).distinct()
                .collect(Collectors.joining(" < "));
        return new TlsSight(session.getProtocol() + ", " + session.getCipherSuite() + ", certificate valid until "
                + LocalDate.ofInstant(ends, ZoneOffset.UTC) + ", signed by " + issuers, ends);
    }

    boolean isEnding(Instant now) {
        return ends.isBefore(now.plus(SOON));
    }
}
