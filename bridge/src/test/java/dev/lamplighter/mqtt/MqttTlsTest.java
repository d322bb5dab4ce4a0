package dev.lamplighter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.mqtt.MqttSettings.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MqttTlsTest {
    private static final HeldCertificate CA = new HeldCertificate.Builder().certificateAuthority(0).build();
    private static final HeldCertificate OTHER_CA = new HeldCertificate.Builder().certificateAuthority(0).build();

    @TempDir
    private static Path brokerFolder;
    private static TestBroker broker;

    @TempDir
    private Path folder;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Recorder heard = new Recorder(true);

    @BeforeAll
    static void startBroker() throws Exception {
        broker = TestBroker.start(brokerFolder);
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (var one : opened.reversed()) {
            one.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqtts", "wss"})
    void connect_toACertificateOfTheTrustedAuthority_carriesMessages(String scheme) throws Exception {
        var target = scheme.equals("wss") ? broker.webSocketPort() : broker.port();
        var session = start(scheme, front(target, server(CA)), trusting(CA));
        assertThat(heard.said()).startsWith("connected");

        session.publish(Publication.passing(scheme + "/in/x", Bytes.utf8("1")));

        assertThat(heard.delivery().payload()).isEqualTo(Bytes.utf8("1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqtts", "wss"})
    void connect_toACertificateOfAnotherAuthority_saysWhatDoesNotTrustIt(String scheme) throws Exception {
        start(scheme, front(broker.port(), server(CA)), trusting(OTHER_CA));

        assertThat(heard.said()).isEqualTo(
                "refused: the certificate of localhost is not trusted by " + folder.resolve("ca.pem").toString());
    }

    @Test
    void connect_withoutAnAuthorityOfOurOwn_saysThatThePublicOnesDoNotKnowIt() throws Exception {
        start("mqtts", front(broker.port(), server(CA)), Tls.PUBLIC);

        assertThat(heard.said())
                .isEqualTo("refused: the certificate of localhost is not trusted by the public authorities");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqtts", "wss"})
    void connect_toACertificateForAnotherName_saysWhichNameWasWanted(String scheme) throws Exception {
        var elsewhere = new HeldCertificate.Builder().addSubjectAlternativeName("elsewhere").signedBy(CA).build();
        var port = front(broker.port(), elsewhere);
        start(scheme, port, trusting(CA));

        assertThat(heard.said()).isEqualTo(
                "refused: the certificate of localhost:" + port + " is not made out to the name localhost");
    }

    @Test
    void connect_toAnExpiredCertificate_saysSo() throws Exception {
        var now = Instant.now().toEpochMilli();
        var expired = new HeldCertificate.Builder().addSubjectAlternativeName("localhost").signedBy(CA)
                .validityInterval(now - 20_000, now - 10_000).build();
        start("mqtts", front(broker.port(), expired), trusting(CA));

        assertThat(heard.said()).isEqualTo("refused: the certificate of localhost has expired");
    }

    @Test
    void connect_withTlsToAPlainPort_saysThatItIsNotTls() throws Exception {
        start("mqtts", broker.port(), trusting(CA));

        assertThat(heard.said()).startsWith("refused: ").containsIgnoringCase("tls")
                .contains("localhost:" + broker.port());
    }

    @Test
    void connect_withAClientCertificate_isLetIn() throws Exception {
        var own = new HeldCertificate.Builder().commonName("bridge").signedBy(CA).build();
        var tls = new Tls(trusting(CA).ca(), Optional.of(write("own.pem", own.certificatePem())),
                Optional.of(write("own.key", own.privateKeyPkcs8Pem())));

        start("mqtts", demandingFront(), tls);

        assertThat(heard.said()).startsWith("connected");
    }

    @Test
    void connect_withoutTheClientCertificateThatIsDemanded_saysOneLine() throws Exception {
        start("mqtts", demandingFront(), trusting(CA));

        assertThat(heard.said()).startsWith("refused: ").doesNotContain("Exception").hasLineCount(1);
    }

    @Test
    void fault_ofFilesThatCannotBeUsed_namesSettingAndFile() throws IOException {
        var missing = folder.resolve("none.pem");
        var text = write("text.pem", "hello");
        var own = write("own.pem", CA.certificatePem());

        assertThat(fault(Tls.PUBLIC)).isEmpty();
        assertThat(fault(trusting(CA))).isEmpty();
        assertThat(fault(new Tls(Optional.of(missing), Optional.empty(), Optional.empty())))
                .contains("mqtt.ca: " + missing + ": no such file");
        assertThat(fault(new Tls(Optional.of(text), Optional.empty(), Optional.empty())))
                .contains("mqtt.ca: " + text + " holds no certificate in PEM (BEGIN CERTIFICATE)");
        assertThat(fault(new Tls(Optional.empty(), Optional.of(own), Optional.empty())))
                .contains("mqtt.client-certificate: needs mqtt.client-key beside it, and the other way round");
        assertThat(fault(new Tls(Optional.empty(), Optional.of(own), Optional.of(text)))).contains(
                "mqtt.client-key: " + text + " holds no private key in PKCS#8 PEM (BEGIN PRIVATE KEY, RSA or EC)");
    }

    private static Optional<String> fault(Tls tls) {
        return MqttSession
                .fault(new MqttSettings(URI.create("mqtts://localhost"), "tls", Optional.empty(), tls));
    }

    private MqttSession start(String scheme, int port, Tls tls) {
        var plan = SessionPlan.of(Publication.retained(scheme + "/state", Bytes.utf8("offline")),
                Publication.retained(scheme + "/state", Bytes.utf8("online")), List.of(scheme + "/in/#"));
        var settings = new MqttSettings(URI.create(scheme + "://localhost:" + port), "tls", Optional.empty(), tls);
        var session = new MqttSession(settings, plan,
                new Backoff(Duration.ofMillis(100), Duration.ofMillis(400), new Random(1)), System::nanoTime);
        opened.add(session);
        session.start(heard, heard);
        return session;
    }

    private Tls trusting(HeldCertificate ca) throws IOException {
        return new Tls(Optional.of(write("ca.pem", ca.certificatePem())), Optional.empty(), Optional.empty());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static HeldCertificate server(HeldCertificate ca) {
        return new HeldCertificate.Builder().addSubjectAlternativeName("localhost").signedBy(ca).build();
    }

    private int front(int target, HeldCertificate certificate) throws IOException {
        return front(target, factory(certificate));
    }

    private int demandingFront() throws IOException {
        var plain = factory(server(CA));
        return front(broker.port(), new Unbound() {
            @Override
            public ServerSocket createServerSocket() throws IOException {
                var socket = (SSLServerSocket) plain.createServerSocket();
                socket.setNeedClientAuth(true);
                return socket;
            }
        });
    }

    private int front(int target, ServerSocketFactory factory) throws IOException {
        var front = new TcpProxy(target, factory);
        opened.add(front);
        return front.port();
    }

    private static SSLServerSocketFactory factory(HeldCertificate certificate) {
        return new HandshakeCertificates.Builder().heldCertificate(certificate)
                .addTrustedCertificate(CA.certificate()).build().sslContext().getServerSocketFactory();
    }

    private abstract static class Unbound extends ServerSocketFactory {
        @Override
        public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
            throw new UnsupportedOperationException();
        }
    }
}
