package dev.lamplighter.bench;

import dev.lamplighter.broker.Broker;
import dev.lamplighter.broker.BrokerSettings;
import dev.lamplighter.broker.Storage;
import dev.lamplighter.light.Secret;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.RequestLog;
import dev.lamplighter.simulator.SimulatedCloud;
import dev.lamplighter.simulator.SimulatorSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import okhttp3.tls.Certificates;

/** What every way runs on: our broker in memory, and a simulated LIFX account that answers at once and allows as much as is asked. */
final class Stage implements AutoCloseable {
    private static final Secret TOKEN = new Secret("bench");

    private final Path folder;
    private final SimulatedCloud cloud;
    private final Broker broker;

    Stage() throws Exception {
        folder = Files.createTempDirectory("lamplighter-bench");
        var settings = SimulatorSettings.standard(TOKEN)
                .withLimit(new SimulatorSettings.Limit(1_000_000, Duration.ofSeconds(60)));
        cloud = new SimulatedCloud(settings, Household.ofColorLights(1), InstantSource.system(),
                RandomGenerator.getDefault());
        cloud.start();
        cloud.writeCa(caFile());
        broker = new Broker(
                new BrokerSettings("127.0.0.1", 0, folder.resolve("broker"), Storage.MEMORY, true, List.of()),
                InstantSource.system());
        broker.start();
    }

    URI broker() {
        return URI.create("mqtt://127.0.0.1:" + broker.port());
    }

    URI api() {
        return cloud.url();
    }

    Secret token() {
        return TOKEN;
    }

    Path folder() {
        return folder;
    }

    Path caFile() {
        return folder.resolve("ca.pem");
    }

    X509Certificate ca() {
        return Certificates.decodeCertificatePem(cloud.caPem());
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
