package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lamplighter.broker.tls.ClientHello;
import dev.lamplighter.broker.tls.OpenSsl;
import dev.lamplighter.broker.tls.Situation;
import dev.lamplighter.broker.tls.Trust;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real clients against one real broker: what it promises to speak, and what it must not. */
class TlsHandshakeTest {
    private static final String PROTOCOL_VERSION = "alert 70";
    private static final String HANDSHAKE_FAILURE = "alert 40";

    @TempDir
    private static Path folder;
    private static Broker broker;

    @BeforeAll
    static void start() throws BrokerException {
        broker = TlsBroker.started(folder, new Situation(Instant.now()));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.3, TLS_AES_128_GCM_SHA256", "TLSv1.3, TLS_AES_256_GCM_SHA384",
            "TLSv1.3, TLS_CHACHA20_POLY1305_SHA256", "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"})
    void jdk_eachPromisedSuite_isSpoken(String version, String suite) throws Exception {
        try (var socket = trust().socket("lamp-host", tls())) {
            socket.setEnabledProtocols(new String[]{version});
            socket.setEnabledCipherSuites(new String[]{suite});
            socket.startHandshake();
            assertThat(socket.getSession().getCipherSuite()).isEqualTo(suite);
            assertThat(socket.getSession().getPeerCertificates()).as("the leaf only").hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"-tls1_3, -ciphersuites, TLS_AES_128_GCM_SHA256", "-tls1_3, -ciphersuites, TLS_AES_256_GCM_SHA384",
            "-tls1_3, -ciphersuites, TLS_CHACHA20_POLY1305_SHA256",
            "-tls1_2, -cipher, ECDHE-ECDSA-AES128-GCM-SHA256", "-tls1_2, -cipher, ECDHE-ECDSA-AES256-GCM-SHA384"})
    void openSsl_eachPromisedSuite_isSpoken(String version, String option, String suite) throws Exception {
        var run = openSsl("lamp-host", folder.resolve("ca/ca.pem"), version, option, suite);
        assertThat(run.output()).contains("Cipher is " + suite, "Verification: OK");
        assertThat(run.status()).isZero();
    }

    /** The clock of a board that has just been switched on. */
    @Test
    void openSsl_atTheFirstSecondsOfTheYear2000_verifiesTheBroker() throws Exception {
        var run = openSsl("lamp-host", folder.resolve("ca/ca.pem"), "-attime", "946684805");
        assertThat(run.output()).contains("Verification: OK");
        assertThat(run.status()).isZero();
    }

    @Test
    void client_withEverySuite_getsTheOneThatSmallChipsHaveInHardware() throws Exception {
        try (var socket = trust().socket("lamp-host", tls())) {
            socket.setEnabledProtocols(new String[]{"TLSv1.2"});
            socket.startHandshake();
            assertThat(socket.getSession().getCipherSuite()).isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
        }
    }

    /** Bytes of our own: no client of today offers these. The one line that is answered shows that the others could be. */
    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource({"TLS 1.2 ECDHE-ECDSA AES-128-GCM, 0x0303, 0xc02b, hello",
            "TLS 1.1 ECDHE-ECDSA AES-128-CBC, 0x0302, 0xc009, " + PROTOCOL_VERSION,
            "TLS 1.0 ECDHE-ECDSA AES-128-CBC, 0x0301, 0xc009, " + PROTOCOL_VERSION,
            "SSL 3.0 RSA RC4, 0x0300, 0x0005, " + PROTOCOL_VERSION,
            "ECDHE-ECDSA AES-128-CBC SHA-1, 0x0303, 0xc009, " + HANDSHAKE_FAILURE,
            "ECDHE-ECDSA AES-256-CBC SHA-1, 0x0303, 0xc00a, " + HANDSHAKE_FAILURE,
            "ECDHE-ECDSA AES-128-CBC SHA-256, 0x0303, 0xc023, " + HANDSHAKE_FAILURE,
            "ECDHE-ECDSA AES-256-CBC SHA-384, 0x0303, 0xc024, " + HANDSHAKE_FAILURE,
            "ECDHE-ECDSA 3DES, 0x0303, 0xc008, " + HANDSHAKE_FAILURE,
            "ECDHE-ECDSA RC4, 0x0303, 0xc007, " + HANDSHAKE_FAILURE,
            "ECDHE-ECDSA nothing, 0x0303, 0xc006, " + HANDSHAKE_FAILURE,
            "RSA RC4 MD5, 0x0303, 0x0004, " + HANDSHAKE_FAILURE,
            "RSA export RC4-40, 0x0303, 0x0003, " + HANDSHAKE_FAILURE,
            "RSA export DES-40, 0x0303, 0x0008, " + HANDSHAKE_FAILURE,
            "RSA AES-128-GCM, 0x0303, 0x009c, " + HANDSHAKE_FAILURE,
            "ECDHE-RSA AES-128-GCM, 0x0303, 0xc02f, " + HANDSHAKE_FAILURE,
            "DH anonymous AES-128-CBC, 0x0303, 0x0034, " + HANDSHAKE_FAILURE,
            "DH anonymous AES-128-GCM, 0x0303, 0x00a6, " + HANDSHAKE_FAILURE,
            "ECDH anonymous AES-128-CBC, 0x0303, 0xc018, " + HANDSHAKE_FAILURE})
    void rawHello_ofAWeakKind_isRefused(String name, String version, String suite, String answer) throws Exception {
        assertThat(new ClientHello(Integer.decode(version), Integer.decode(suite)).answer(tls())).as(name)
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lamp-host", "localhost", "127.0.0.1", "lamps.example"})
    void jdk_eachName_isAccepted(String name) throws Exception {
        try (var socket = trust().socket(name, tls())) {
            socket.startHandshake();
            assertThat(socket.getSession().isValid()).isTrue();
        }
    }

    @Test
    void jdk_wrongName_isRefusedByTheClient() throws Exception {
        try (var socket = trust().socket("other.example", tls())) {
            assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(socket::startHandshake)
                    .withMessageContaining("other.example");
        }
    }

    @Test
    void openSsl_wrongName_isRefusedByTheClient() throws Exception {
        var run = openSsl("other.example", folder.resolve("ca/ca.pem"));
        assertThat(run.output()).containsIgnoringCase("hostname mismatch");
        assertThat(run.status()).isNotZero();
    }

    @Test
    void openSsl_wrongAuthority_isRefusedByTheClient(@TempDir Path other) throws Exception {
        OpenSsl.make(other, "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout k.pem -out ca.pem"
                + " -days 2 -subj /CN=stranger");
        var run = openSsl("lamp-host", other.resolve("ca.pem"));
        assertThat(run.output()).contains("unable to get local issuer certificate");
        assertThat(run.status()).isNotZero();
    }

    @Test
    void openSsl_expiredCertificate_isRefusedByTheClient(@TempDir Path other) throws Exception {
        var longAgo = new Situation(Instant.now().minus(Duration.ofDays(500)));
        try (var old = TlsBroker.started(other, longAgo)) {
            var run = OpenSsl.run(other, "s_client", "-connect", "127.0.0.1:" + old.tlsPort().orElseThrow(), "-CAfile",
                    "ca/ca.pem", "-verify_return_error");
            assertThat(run.output()).contains("certificate has expired");
            assertThat(run.status()).isNotZero();
        }
    }

    @Test
    void mqtt_overTls_isServed() throws Exception {
        try (var client = new WireClient(trust().socket("lamp-host", tls()))) {
            assertThat(client.connect("board", TestBroker.HALL).reason()).isZero();
            client.ping();
        }
    }

    @Test
    void webSocket_overTls_speaksMqtt() throws Exception {
        try (var http = HttpClient.newBuilder().sslContext(trust().context()).build()) {
            var port = broker.websocketPort().orElseThrow();
            var socket = http.newWebSocketBuilder().subprotocols("mqtt")
                    .buildAsync(URI.create("wss://localhost:" + port + "/mqtt"), new WebSocket.Listener() {})
                    .get(20, TimeUnit.SECONDS);
            assertThat(socket.getSubprotocol()).isEqualTo("mqtt");
            socket.abort();
        }
    }

    @Test
    void ports_ofTheThreeListeners_areThreeAndServeOnly() throws Exception {
        assertThat(List.of(broker.port(), tls(), broker.websocketPort().orElseThrow())).doesNotHaveDuplicates()
                .doesNotContain(0);
        try (var plain = RawClient.hall(broker.port(), "plain")) {
            plain.connect();
        }
    }

    private static int tls() {
        return broker.tlsPort().orElseThrow();
    }

    private static Trust trust() throws Exception {
        return Trust.in(folder.resolve("ca/ca.pem"));
    }

    private static OpenSsl.Run openSsl(String name, Path ca, String... more) throws Exception {
        var words = new ArrayList<>(List.of("s_client", "-connect", "127.0.0.1:" + tls(), "-CAfile",
                ca.toString(), "-verify_return_error", "-verify_hostname", name, "-servername", name));
        words.addAll(List.of(more));
        return OpenSsl.run(folder, words.toArray(String[]::new));
    }
}
