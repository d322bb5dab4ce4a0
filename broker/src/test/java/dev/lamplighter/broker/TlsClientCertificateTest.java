package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lamplighter.broker.tls.OpenSsl;
import dev.lamplighter.broker.tls.TlsSettings;
import dev.lamplighter.broker.tls.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsClientCertificateTest {
    private static final String EC = " -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 5 -subj /CN=";

    @TempDir
    private Path folder;
    private Broker broker;

    @BeforeEach
    void start() throws Exception {
        OpenSsl.make(folder, "req -x509" + EC + "clients -keyout clients.key -out clients.pem");
        OpenSsl.make(folder, "req -x509" + EC + "strangers -keyout strangers.key -out strangers.pem");
        client("board", "clients");
        client("stranger", "strangers");
        broker = TlsBroker.started(folder,
                new TlsSettings(TlsBroker.own(folder), Optional.of(folder.resolve("clients.pem"))));
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void client_withACertificateOfTheAuthority_isServedAfterItsLogin() throws Exception {
        try (var client = connect("board")) {
            assertThat(client.connect("board", TestBroker.HALL).reason()).isZero();
        }
    }

    @Test
    void client_withACertificateAndAWrongPassword_isRefused() throws Exception {
        try (var client = connect("board")) {
            assertThat(client.connect("board", new Login("hall", "wrong")).reason()).isEqualTo(0x86);
        }
    }

    @Test
    void client_withoutACertificate_isRefused() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
            try (var client = new WireClient(Trust.in(ca()).socket("lamp-host", port()))) {
                client.connect("board", TestBroker.HALL);
            }
        }).satisfies(
                refused -> assertThat(refused.getMessage()).as("the alert, or a connection gone before it was read")
                        .containsAnyOf("certificate_required", "Broken pipe", "Connection reset"));
    }

    @Test
    void client_withACertificateOfAStranger_isRefused() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
            try (var client = connect("stranger")) {
                client.connect("board", TestBroker.HALL);
            }
        });
    }

    private WireClient connect(String who) throws Exception {
        var trust = Trust.as(ca(), folder.resolve(who + ".pem"), folder.resolve(who + ".key"));
        return new WireClient(trust.socket("lamp-host", port()));
    }

    private void client(String who, String by) throws Exception {
        OpenSsl.make(folder, "req -x509" + EC + who + " -keyout " + who + ".key -out " + who + ".pem -CA " + by
                + ".pem -CAkey " + by + ".key -addext basicConstraints=critical,CA:false"
                + " -addext extendedKeyUsage=clientAuth");
    }

    private Path ca() {
        return folder.resolve("ca/ca.pem");
    }

    private int port() {
        return broker.tlsPort().orElseThrow();
    }
}
