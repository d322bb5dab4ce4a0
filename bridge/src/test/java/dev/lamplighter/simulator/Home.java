package dev.lamplighter.simulator;

import dev.lamplighter.light.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulated account that runs, and a client of it. */
final class Home implements AutoCloseable {
    static final Secret TOKEN = new Secret("c0ffee");
    private static final MediaType JSON = MediaType.get("application/json");

    /** What came back, read to its end. */
    record Got(int status, JsonNode json, String text, Response response) {}

    final SimulatedCloud cloud;
    final OkHttpClient client;

    private Home(SimulatedCloud cloud) throws IOException, GeneralSecurityException {
        this.cloud = cloud;
        cloud.start();
        this.client = client(cloud);
    }

    static Home open() throws IOException, GeneralSecurityException {
        return open(SimulatorSettings.standard(TOKEN));
    }

    static Home open(SimulatorSettings settings) throws IOException, GeneralSecurityException {
        return open(settings, InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z")));
    }

    static Home open(SimulatorSettings settings, InstantSource clock) throws IOException, GeneralSecurityException {
        return new Home(new SimulatedCloud(settings, Household.standard(), clock, new Random(1)));
    }

    static OkHttpClient client(SimulatedCloud cloud) throws GeneralSecurityException {
        var ca = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(cloud.caPem().getBytes(StandardCharsets.US_ASCII)));
        var trust = new HandshakeCertificates.Builder().addTrustedCertificate(ca).build();
        return new OkHttpClient.Builder().sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .retryOnConnectionFailure(false).build();
    }

    Got get(String path) throws IOException {
        return call("GET", path, "");
    }

    Got put(String path, String body) throws IOException {
        return call("PUT", path, body);
    }

    Got post(String path, String body) throws IOException {
        return call("POST", path, body);
    }

    Got call(String method, String path, String body) throws IOException {
        var request = request(path).method(method, method.equals("GET") ? null : RequestBody.create(body, JSON));
        return call(request.build());
    }

    Request.Builder request(String path) {
        return new Request.Builder().url(cloud.url() + path).header("Authorization", "Bearer " + TOKEN.reveal());
    }

    Got call(Request request) throws IOException {
        try (var response = client.newCall(request).execute()) {
            var text = response.body().string();
            var isJson = (text.startsWith("{\"") && text.endsWith("}")) || text.startsWith("[");
            return new Got(response.code(), new JsonMapper().readTree(isJson ? text : "{}"), text, response);
        }
    }

    SimulatedLight light(String label) {
        return cloud.household().light(label);
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
        cloud.close();
    }
}
