package dev.lamplighter.app;

import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.cloud.NamedClient;
import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.control.Lights;
import dev.lamplighter.light.Secret;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.SimulatedCloud;
import dev.lamplighter.simulator.SimulatorSettings;
import dev.lamplighter.web.PasswordGate;
import dev.lamplighter.web.WebParts;
import dev.lamplighter.web.WebServer;
import dev.lamplighter.web.WebSettings;
import dev.lamplighter.web.relay.BoardLogins;
import dev.lamplighter.web.relay.Entrance;
import dev.lamplighter.web.relay.Picture;
import dev.lamplighter.web.relay.Relay;
import dev.lamplighter.web.relay.RelayRoutes;
import dev.lamplighter.web.relay.RelaySettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.tls.HandshakeCertificates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A relay on a port, over the bridge's own control, over a simulated account; and a client of both the relay and the account. */
final class RelayHome implements AutoCloseable {
    static final Secret TOKEN = new Secret("c0ffee-for-lamps");
    static final Secret PASSWORD = new Secret("open-sesame");
    private static final Duration LONG = Duration.ofSeconds(30);

    final Household household = Household.standard();
    final List<String> told = new CopyOnWriteArrayList<>();
    final SimulatedCloud cloud;
    final URI url;
    private final Bell bell = new Bell();
    private final Heard heard = new Heard(bell);
    private final Closing closing = new Closing();
    private final PasswordGate gate = new PasswordGate(Optional.of(PASSWORD), new SecureRandom(),
            InstantSource.system());
    private final OkHttpClient client;

    /** What was answered. */
    record Got(int status, String text, Headers headers) {
        JsonNode json() {
            return new JsonMapper().readTree(text);
        }
    }

    RelayHome(Path folder, BoardLogins boards, RelaySettings settings) throws Exception {
        var clock = new SteadyClock(InstantSource.system(), System::nanoTime);
        var simulator = SimulatorSettings.standard(TOKEN).withCaFolder(folder)
                .withLimit(new SimulatorSettings.Limit(5000, Duration.ofSeconds(60)));
        cloud = closing.add(new SimulatedCloud(simulator, household, InstantSource.system(), new Random(1)));
        cloud.start();
        var account = new CloudSettings(TOKEN, URI.create("https://localhost:" + cloud.url().getPort()),
                Optional.of(folder.resolve("ca.pem")));
        var way = closing.add(NamedClient.of(account, () -> true, clock));
        var owner = closing.add(new Owner(clock));
        var picture = new Picture();
        household.onChange(_ -> bell.ring());
        var lights = new Lights(ControlSettings.DEFAULTS, List.of(way), List.of(picture, heard),
                owner.surroundings());
        url = serve(new Relay(settings, new Entrance(gate, boards, clock, new byte[32]), picture,
                lights, (asking, target, result) -> told.add(
                        asking.guest() + ", " + asking.words() + ", " + target.text() + ": " + result.status()),
                clock, new Random(2)));
        client = trusting(cloud.caPem());
        lights.start();
        require("lights and scenes are known", () -> heard.seen.size() == household.lights().size()
                && heard.scenes.size() == household.scenes().size());
    }

    private URI serve(Relay relay) throws IOException {
        var settings = new WebSettings(WebSettings.LOOPBACK, 0, Optional.of(PASSWORD), List.of());
        var server = closing
                .add(WebServer.start(settings, new WebParts(new RelayRoutes(relay).routes(), (_, _, _, _) -> {}), gate,
                        InstantSource.system()));
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private static OkHttpClient trusting(String pem) throws Exception {
        var authority = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
        var trusted = new HandshakeCertificates.Builder().addTrustedCertificate(authority).build();
        return new OkHttpClient.Builder().sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
                .readTimeout(LONG).build();
    }

    Got relay(String method, String path, String body) throws IOException {
        return relay(method, path, body, "Bearer " + PASSWORD.reveal());
    }

    Got relay(String method, String path, String body, String login) throws IOException {
        return call(url, method, path, body, login);
    }

    Got account(String method, String path, String body) throws IOException {
        return call(cloud.url(), method, path, body, "Bearer " + TOKEN.reveal());
    }

    private Got call(URI base, String method, String path, String body, String login) throws IOException {
        var type = MediaType.get(body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded");
        var request = new Request.Builder().url(base + path).header("Authorization", login)
                .method(method,
                        method.equals("GET") ? null : RequestBody.create(body.getBytes(StandardCharsets.UTF_8), type))
                .build();
        try (var response = client.newCall(request).execute()) {
            return new Got(response.code(), response.body().string(), response.headers());
        }
    }

    void require(String what, BooleanSupplier condition) throws InterruptedException {
        if (!bell.await(condition, LONG)) {
            throw new AssertionError("not within " + LONG + ": " + what);
        }
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
        closing.close();
    }
}
