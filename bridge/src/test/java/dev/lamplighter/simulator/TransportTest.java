package dev.lamplighter.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamplighter.simulator.SimulatorSettings.Validity;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TransportTest {
    private static final SimulatorSettings SETTINGS = SimulatorSettings.standard(Home.TOKEN);

    @Test
    void request_ofAModernClient_comesOverHttp2AndTls13() throws Exception {
        try (var home = Home.open()) {
            home.put("/v1/lights/label:Desk%20Lamp/state", "{\"power\":\"off\"}");
            var seen = home.cloud.log().all().getFirst();
            assertThat(seen.protocol()).isEqualTo("HTTP/2");
            assertThat(seen.tls()).isEqualTo("TLSv1.3");
            assertThat(seen.method()).isEqualTo("PUT");
            assertThat(seen.path()).isEqualTo("/v1/lights/label:Desk Lamp/state");
            assertThat(seen.body()).isEqualTo("{\"power\":\"off\"}");
            assertThat(seen.status()).isEqualTo(207);
            assertThat(seen.at()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
        }
    }

    @Test
    void request_ofAnOlderClient_comesOverHttp11() throws Exception {
        try (var home = Home.open()) {
            var older = home.client.newBuilder().protocols(List.of(Protocol.HTTP_1_1)).build();
            try (var response = older.newCall(home.request("/v1/lights/all").build()).execute()) {
                assertThat(response.code()).isEqualTo(200);
                assertThat(response.header("Date")).isEqualTo("Sun, 22 Nov 2026 10:00:00 GMT");
            }
            assertThat(home.cloud.log().all().getFirst().protocol()).isEqualTo("HTTP/1.1");
            older.connectionPool().evictAll();
        }
    }

    @Test
    void certificate_expired_isRefusedByTheClient() throws Exception {
        try (var home = Home.open(SETTINGS.withCertificate(Validity.EXPIRED))) {
            assertThatThrownBy(() -> home.get("/v1/lights/all")).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void certificate_ofAnotherAuthority_isRefusedByTheClient() throws Exception {
        try (var home = Home.open(); var stranger = Home.open()) {
            var request = home.request("/v1/lights/all").build();
            assertThatThrownBy(() -> stranger.client.newCall(request).execute())
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void authority_inAFolder_isTheSameAfterARestart(@TempDir Path folder) throws Exception {
        var settings = SETTINGS.withCaFolder(folder.resolve("new"));
        String ca;
        try (var home = Home.open(settings)) {
            ca = home.cloud.caPem();
        }
        try (var home = Home.open(settings)) {
            assertThat(home.cloud.caPem()).isEqualTo(ca);
            assertThat(home.get("/v1/lights/all").status()).isEqualTo(200);
            home.cloud.writeCa(folder.resolve("copy.pem"));
            assertThat(folder.resolve("copy.pem")).hasContent(ca);
        }
    }

    @Test
    void authority_brokenInItsFolder_isToldInOneLine(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("ca.pem"), "x");
        Files.writeString(folder.resolve("ca-key.pem"), "y");
        assertThatThrownBy(() -> Home.open(SETTINGS.withCaFolder(folder))).isInstanceOf(IOException.class)
                .hasMessageContaining("are not a certificate and its key");
    }

    @Test
    void start_onATakenPort_saysSo() throws Exception {
        try (var home = Home.open()) {
            var port = home.cloud.url().getPort();
            var second = new SimulatedCloud(SETTINGS.at(InetAddress.getLoopbackAddress(), port), Household.standard(),
                    InstantSource.system(), new Random(1));
            assertThatThrownBy(second::start).isInstanceOf(IOException.class)
                    .hasMessageStartingWith("port " + port + " of 127.0.0.1 cannot be used");
            second.close();
        }
    }

    @Test
    void refusedConnections_cutOpenOnes_andNewOnesWorkOnceAcceptedAgain() throws Exception {
        try (var home = Home.open()) {
            home.get("/v1/lights/all");
            home.cloud.refuseConnections();
            assertThatThrownBy(() -> home.get("/v1/lights/all")).isInstanceOf(IOException.class);
            // The first client may try its broken connection once more before it sees that it is one.
            var newcomer = Home.client(home.cloud);
            var call = newcomer.newCall(home.request("/v1/lights/all").build());
            assertThatThrownBy(call::execute).isInstanceOf(ConnectException.class);
            home.cloud.acceptConnections();
            try (var response = call.clone().execute()) {
                assertThat(response.code()).isEqualTo(200);
            }
            assertThat(home.cloud.log().counts().requests()).isEqualTo(2);
            newcomer.connectionPool().evictAll();
        }
    }

    @Test
    void close_whileConnectionsAreRefused_ends() throws Exception {
        var home = Home.open();
        home.cloud.refuseConnections();
        home.close();
        assertThatThrownBy(() -> home.get("/v1/lights/all")).isInstanceOf(ConnectException.class);
    }

    @Test
    void requests_onceServed_areNotKeptByTheServer() throws Exception {
        try (var home = Home.open()) {
            for (var round = 0; round < 50; round++) {
                home.get("/v1/color?string=red");
            }
            assertThat(home.cloud.log().counts()).isEqualTo(new RequestLog.Counts(50, 0, 0));
            var deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            while (home.cloud.undrained() > 0 && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(home.cloud.undrained()).isZero();
        }
    }

    @Test
    void log_pastItsSize_keepsTheLast() {
        var log = new RequestLog();
        var exchange = new Exchange(0, Instant.EPOCH, 0, "GET", "/", "", "HTTP/2", "TLSv1.3", 429);
        for (var round = 0; round < RequestLog.KEPT + 50; round++) {
            log.add(exchange);
        }
        assertThat(log.all()).hasSize(RequestLog.KEPT);
        assertThat(log.all().getFirst().number()).isEqualTo(51);
        assertThat(log.counts()).isEqualTo(new RequestLog.Counts(RequestLog.KEPT + 50, 0, RequestLog.KEPT + 50));
    }

    @Test
    void log_waitedForInVain_saysWhatCame() throws Exception {
        try (var home = Home.open()) {
            home.get("/v1/lights/all");
            home.cloud.log().awaitRequest(it -> !it.isWrite(), Duration.ofSeconds(5));
            assertThatThrownBy(() -> home.cloud.log().awaitRequests(2, Exchange::isWrite, Duration.ofMillis(20)))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessage("0 of 2 such requests came within PT0.02S, of 1 in all");
        }
    }
}
