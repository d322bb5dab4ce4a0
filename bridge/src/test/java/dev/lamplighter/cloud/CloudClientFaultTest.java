package dev.lamplighter.cloud;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Outcome.Unreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Dns;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person reads when a call gets no answer. */
@Timeout(30)
final class CloudClientFaultTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Test
    void look_strangerSigned_namesTheCaFile() throws IOException {
        try (var https = HttpsServer.started()) {
            var ca = HttpsServer.strangerCa(folder);
            assertThat(fault(https, ca)).isEqualTo("the certificate of " + place(https)
                    + " is not signed by an authority in " + ca);
        }
    }

    @Test
    void look_privateAuthorityWithoutCaFile_isNotKnownHere() throws IOException {
        try (var https = HttpsServer.started()) {
            var settings = new CloudSettings(HttpsServer.TOKEN, https.url(), Optional.empty());
            assertThat(fault(settings, HttpsServer.LOOPBACK)).isEqualTo("the certificate of " + place(https)
                    + " is not signed by an authority that is known here");
        }
    }

    @Test
    void look_expiredCertificate_saysSinceWhen() throws IOException {
        try (var https = HttpsServer.started(held -> held.validityInterval(at("2020-01-01"), at("2021-02-03")))) {
            assertThat(fault(https)).isEqualTo("the certificate of " + place(https) + " has expired (2021-02-03)");
        }
    }

    @Test
    void look_certificateFromTheFuture_asksForTheClock() throws IOException {
        try (var https = HttpsServer.started(held -> held.validityInterval(at("2090-01-01"), at("2091-01-01")))) {
            assertThat(fault(https)).isEqualTo("the certificate of " + place(https)
                    + " is not valid yet (2090-01-01); is this machine's clock right?");
        }
    }

    @Test
    void look_wrongHostName_saysSo() throws IOException {
        try (var https = HttpsServer.started()) {
            var url = URI.create("https://lifx.example:" + https.server.getPort());
            var settings = new CloudSettings(HttpsServer.TOKEN, url, Optional.of(https.ca(folder)));
            assertThat(fault(settings, HttpsServer.LOOPBACK)).isEqualTo("the certificate of lifx.example:"
                    + https.server.getPort() + " is not made out for the name lifx.example");
        }
    }

    @Test
    void look_serverWithoutTls_saysThatTlsFailed() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(server, "HTTP/1.1 400 Bad Request\r\n\r\n"));
            assertThat(fault(at(server), HttpsServer.LOOPBACK))
                    .startsWith("TLS with localhost:" + server.getLocalPort() + " failed: ");
        }
    }

    @Test
    void look_cutInTheHandshake_saysSo() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(server, ""));
            assertThat(fault(at(server), HttpsServer.LOOPBACK)).isEqualTo("the connection to localhost:"
                    + server.getLocalPort() + " was cut in the middle of the TLS handshake");
        }
    }

    @Test
    void look_nobodyListens_saysRefused() throws IOException {
        var port = HttpsServer.unusedPort();
        var settings = new CloudSettings(HttpsServer.TOKEN, URI.create("https://localhost:" + port), Optional.empty());
        assertThat(fault(settings, HttpsServer.LOOPBACK)).isEqualTo("localhost:" + port + " refuses the connection");
    }

    @Test
    void look_noSuchHost_saysSo() {
        Dns empty = host -> {
            throw new UnknownHostException(host + ": Name or service not known");
        };
        assertThat(fault(api(), empty)).isEqualTo("there is no host named api.lifx.com");
    }

    @Test
    void look_nameServerAway_isNotTakenForAMissingHost() {
        Dns away = host -> {
            throw new UnknownHostException(host + ": Temporary failure in name resolution");
        };
        assertThat(fault(api(), away)).isEqualTo("the name server does not say where api.lifx.com is");
    }

    @Test
    void look_nameServerSilent_endsInTime() {
        var never = new CountDownLatch(1);
        Dns silent = host -> {
            await(never);
            throw new UnknownHostException(host);
        };
        try (var client = HttpsServer.client(api(), silent)) {
            var began = System.nanoTime();
            var outcome = client.look(Duration.ofMillis(200)).outcome();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
            assertThat(OutcomeWords.of(outcome)).isEqualTo("the name server does not say where api.lifx.com is");
        } finally {
            never.countDown();
        }
    }

    static Stream<Arguments> cuts() {
        var body = new MockResponse.Builder().body(Recorded.text("lights.json"));
        return Stream.of(Arguments.of(Protocol.HTTP_2, body.clone().onResponseBody(new SocketEffect.CloseStream(2))),
                Arguments.of(Protocol.HTTP_2, body.clone().onResponseBody(new SocketEffect.CloseSocket())),
                Arguments.of(Protocol.HTTP_1_1, body.clone().onResponseBody(new SocketEffect.CloseSocket())),
                Arguments.of(Protocol.HTTP_2, body.clone().onResponseStart(new SocketEffect.CloseStream(2))),
                Arguments.of(Protocol.HTTP_1_1, body.clone().onResponseStart(new SocketEffect.CloseSocket())));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("cuts")
    void look_cutAnswer_saysSo(Protocol protocol, MockResponse.Builder cut) throws IOException {
        var protocols = protocol == Protocol.HTTP_2
                ? new Protocol[]{protocol, Protocol.HTTP_1_1}
                : new Protocol[]{protocol};
        try (var https = HttpsServer.started(protocols)) {
            https.answers(cut);
            https.answers(cut);
            assertThat(fault(https)).isEqualTo("the connection to " + place(https)
                    + " was cut before the answer was complete");
        }
    }

    private String fault(HttpsServer https) throws IOException {
        return fault(https, https.ca(folder));
    }

    private static String fault(HttpsServer https, Path ca) {
        return fault(new CloudSettings(HttpsServer.TOKEN, https.url(), Optional.of(ca)), HttpsServer.LOOPBACK);
    }

    private static String fault(CloudSettings settings, Dns names) {
        try (var client = HttpsServer.client(settings, names)) {
            var outcome = client.look(AMPLE).outcome();
            assertThat(outcome).isInstanceOf(Unreachable.class);
            return OutcomeWords.of(outcome);
        }
    }

    private static CloudSettings api() {
        return new CloudSettings(HttpsServer.TOKEN, CloudSettings.LIFX, Optional.empty());
    }

    private static String place(HttpsServer https) {
        return "localhost:" + https.server.getPort();
    }

    private static long at(String day) {
        return Instant.parse(day + "T12:00:00Z").toEpochMilli();
    }

    private static CloudSettings at(ServerSocket server) {
        return new CloudSettings(HttpsServer.TOKEN, URI.create("https://localhost:" + server.getLocalPort()),
                Optional.empty());
    }

    /** Says the same to everybody who has said something, and hangs up, until the server is closed. */
    private static void answer(ServerSocket server, String answer) {
        while (!server.isClosed()) {
            try (var connection = server.accept()) {
                connection.getInputStream().read(new byte[4096]);
                connection.getOutputStream().write(answer.getBytes(US_ASCII));
            } catch (IOException _) {
                return;
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
