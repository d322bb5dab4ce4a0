package dev.lamplighter.bench;

import dev.lamplighter.app.Bridge;
import dev.lamplighter.broker.Broker;
import dev.lamplighter.broker.BrokerSettings;
import dev.lamplighter.broker.Storage;
import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.homeassistant.DiscoverySettings;
import dev.lamplighter.homeassistant.DiscoverySettings.Mode;
import dev.lamplighter.light.Secret;
import dev.lamplighter.mqtt.MqttSettings;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.RequestLog;
import dev.lamplighter.simulator.SimulatedCloud;
import dev.lamplighter.simulator.SimulatorSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.tls.Certificates;
import okhttp3.tls.HandshakeCertificates;

/** What every way runs on: our broker in memory, and a simulated LIFX account. */
final class Stage implements AutoCloseable {
    private static final Secret TOKEN = new Secret("bench");

    private final Path folder;
    private final SimulatedCloud cloud;
    private final Broker broker;

    Stage(SimulatorSettings settings, Household household) throws Exception {
        folder = Files.createTempDirectory("lamplighter-bench");
        cloud = new SimulatedCloud(settings, household, InstantSource.system(), RandomGenerator.getDefault());
        cloud.start();
        cloud.writeCa(caFile());
        broker = new Broker(
                new BrokerSettings("127.0.0.1", 0, folder.resolve("broker"), Storage.MEMORY, true, List.of()),
                InstantSource.system());
        broker.start();
    }

    /** An account of the kind that is reached with this stage's token. */
    static SimulatorSettings settings() {
        return SimulatorSettings.standard(TOKEN);
    }

    /** Lamplighter, not started, with {@code base} before all its topics. */
    Bridge bridge(String base) {
        var mqtt = new MqttSettings(broker(), MqttSettings.CLIENT_ID, Optional.empty(), MqttSettings.Tls.PUBLIC);
        var account = new CloudSettings(TOKEN, api(), Optional.of(caFile()));
        return new Bridge(
                new Bridge.Settings(mqtt, Bridge.Ways.byCloud(account), ControlSettings.DEFAULTS, base,
                        Bridge.Boards.UNBOUND,
                        DiscoverySettings.of(Mode.OFF, "homeassistant", ""), folder),
                InstantSource.system());
    }

    /** What a bridge in a process of its own has to be told. */
    void asSettings(Map<String, String> environment) {
        environment.put("LAMPLIGHTER_MQTT_URL", broker().toString());
        environment.put("LAMPLIGHTER_LAN_ENABLED", "false");
        environment.put("LAMPLIGHTER_CLOUD_URL", api().toString());
        environment.put("LAMPLIGHTER_CLOUD_TOKEN", TOKEN.reveal());
        environment.put("LAMPLIGHTER_CLOUD_CA", caFile().toString());
        environment.put("LAMPLIGHTER_DATA", folder.resolve("data").toString());
    }

    /** Sends at once, trusts the account's authority, and speaks HTTP/2 where it can, as OkHttp does of itself. */
    OkHttpClient.Builder http() {
        var trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(Certificates.decodeCertificatePem(cloud.caPem())).build();
        return new OkHttpClient.Builder().sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .socketFactory(new AtOnce());
    }

    /** A request to the account, with its token. */
    Request.Builder request(String path) {
        return new Request.Builder().url(api() + path).header("Authorization", "Bearer " + TOKEN.reveal());
    }

    Household household() {
        return cloud.household();
    }

    URI broker() {
        return URI.create("mqtt://127.0.0.1:" + broker.port());
    }

    private URI api() {
        return cloud.url();
    }

    private Path caFile() {
        return folder.resolve("ca.pem");
    }

    RequestLog log() {
        return cloud.log();
    }

    @Override
    public void close() {
        broker.close();
        cloud.close();
    }
}
