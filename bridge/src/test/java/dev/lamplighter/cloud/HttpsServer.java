package dev.lamplighter.cloud;

import dev.lamplighter.cloud.CloudClient.Self;
import dev.lamplighter.light.Parsed.Accepted;
import dev.lamplighter.light.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Dns;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** An HTTPS server on a free port of loopback whose certificate is signed by an authority of its own. */
final class HttpsServer implements AutoCloseable {
    static final Secret TOKEN = new Secret("c0ffee-token-that-nobody-may-see");
    static final Instant NOW = Instant.parse("2025-08-01T12:00:00Z");
    /** Every name leads to loopback, so that no test asks a real name server. */
    static final Dns LOOPBACK = _ -> List.of(InetAddress.getLoopbackAddress());

    final MockWebServer server = new MockWebServer();
    private final HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0)
            .commonName("Test authority").build();

    static HttpsServer started(Protocol... protocols) throws IOException {
        return started(certificate -> certificate, protocols);
    }

    static HttpsServer started(UnaryOperator<HeldCertificate.Builder> certificate, Protocol... protocols)
            throws IOException {
        var https = new HttpsServer();
        var held = certificate.apply(new HeldCertificate.Builder().addSubjectAlternativeName("localhost"))
                .signedBy(https.authority).build();
        https.server.useHttps(
                new HandshakeCertificates.Builder().heldCertificate(held).build().sslSocketFactory());
        if (protocols.length > 0) {
            https.server.setProtocols(List.of(protocols));
        }
        https.server.start(InetAddress.getLoopbackAddress(), 0);
        return https;
    }

    /** A PEM file with the server's own authority. */
    Path ca(Path folder) throws IOException {
        return pem(folder.resolve("ca.pem"), authority);
    }

    static Path strangerCa(Path folder) throws IOException {
        return pem(folder.resolve("stranger.pem"), new HeldCertificate.Builder().certificateAuthority(0).build());
    }

    private static Path pem(Path file, HeldCertificate certificate) throws IOException {
        return Files.writeString(file, certificate.certificatePem());
    }

    URI url() {
        return URI.create("https://localhost:" + server.getPort());
    }

    CloudClient client(Path ca) {
        return client(new CloudSettings(TOKEN, url(), Optional.of(ca)), LOOPBACK);
    }

    static CloudClient client(CloudSettings settings, Dns names) {
        var client = CloudClient.of(settings, names, new Self("Lamplighter/1.2.3", InstantSource.fixed(NOW)));
        return ((Accepted<CloudClient>) client).value();
    }

    static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void answers(String body) {
        answers(new MockResponse.Builder().body(body));
    }

    void answers(MockResponse.Builder response) {
        server.enqueue(response.build());
    }

    RecordedRequest asked() throws InterruptedException {
        var request = server.takeRequest(10, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    @Override
    public void close() {
        server.close();
    }
}
