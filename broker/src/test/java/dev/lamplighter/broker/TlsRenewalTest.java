package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.broker.tls.Heard;
import dev.lamplighter.broker.tls.Identity;
import dev.lamplighter.broker.tls.OpenSsl;
import dev.lamplighter.broker.tls.Situation;
import dev.lamplighter.broker.tls.TlsSettings;
import dev.lamplighter.broker.tls.Trust;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HiveMQ looks at its key store every ten seconds, which is how long these take. */
class TlsRenewalTest {
    private static final String HIVEMQ = "com.hivemq.security.ssl.SslContextStore";
    private static final String LOADED = "Successfully updated changed SSL Context";

    @TempDir
    private Path folder;

    @Test
    void ownCertificate_renewedWhileABoardIsConnected_keepsItsSessionAndGreetsNewOnesAnew() throws Exception {
        var situation = new Situation(Instant.now());
        try (var heard = new Heard(HIVEMQ); var broker = TlsBroker.started(folder, situation)) {
            var trust = Trust.in(folder.resolve("ca/ca.pem"));
            var before = serial(trust, broker);
            try (var board = new WireClient(trust.socket("lamp-host", port(broker)))) {
                board.connect("board", TestBroker.HALL);
                board.subscribe("boards/board/config");
                situation.now(Instant.now().plus(Duration.ofDays(368)));
                situation.ticker.tick();
                heard.await(LOADED);
                assertThat(serial(trust, broker)).isNotEqualTo(before);
                assertServed(board, broker);
            }
        }
    }

    @Test
    void givenCertificate_filesChangedFromRsaToEc_isShownAndTheSessionStays() throws Exception {
        authority();
        certificate("rsa -pkeyopt rsa_keygen_bits:2048");
        var given = new Identity.Given(folder.resolve("server.pem"), folder.resolve("server.key"));
        var situation = new Situation(Instant.now());
        try (var heard = new Heard(HIVEMQ);
                var broker = TlsBroker.started(folder, new TlsSettings(given, Optional.empty()), situation)) {
            var trust = Trust.in(folder.resolve("root.pem"));
            assertThat(suite(trust, broker)).isEqualTo("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
            try (var board = new WireClient(trust.socket("lamp.example", port(broker)))) {
                board.connect("board", TestBroker.HALL);
                board.subscribe("boards/board/config");
                certificate("ec -pkeyopt ec_paramgen_curve:P-256");
                situation.ticker.tick();
                heard.await(LOADED);
                assertThat(suite(trust, broker)).isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
                assertServed(board, broker);
            }
        }
    }

    private static void assertServed(WireClient board, Broker broker) throws Exception {
        try (var bridge = RawClient.hall(broker.port(), "bridge").connected()) {
            bridge.publish("boards/board/config", "{}", false);
            assertThat(board.next().payload()).isEqualTo("{}");
        }
    }

    private void authority() throws Exception {
        OpenSsl.make(folder, "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout root.key"
                + " -out root.pem -days 9 -subj /CN=root");
    }

    private void certificate(String kind) throws Exception {
        OpenSsl.make(folder, "req -x509 -newkey " + kind + " -nodes -keyout server.key -out server.pem -days 5"
                + " -subj /CN=s -addext subjectAltName=DNS:lamp.example -addext basicConstraints=critical,CA:false"
                + " -CA root.pem -CAkey root.key");
    }

    private static BigInteger serial(Trust trust, Broker broker) throws Exception {
        try (var socket = trust.socket("lamp-host", port(broker))) {
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
        }
    }

    private static String suite(Trust trust, Broker broker) throws Exception {
        try (var socket = trust.socket("lamp.example", port(broker))) {
            socket.setEnabledProtocols(new String[]{"TLSv1.2"});
            socket.startHandshake();
            return socket.getSession().getCipherSuite();
        }
    }

    private static int port(Broker broker) {
        return broker.tlsPort().orElseThrow();
    }
}
