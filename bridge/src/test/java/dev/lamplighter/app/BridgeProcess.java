package dev.lamplighter.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lamplighter.homeassistant.DiscoverySettings;
import dev.lamplighter.homeassistant.DiscoverySettings.Mode;
import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.light.Secret;
import dev.lamplighter.mqtt.MqttSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A bridge in a process of its own, which can be killed. It ends when its standard input does. */
final class BridgeProcess implements AutoCloseable {
    private final Process process;

    private BridgeProcess(Process process) {
        this.process = process;
    }

    /** Broker's port, base topic, cloud's address, CA file, data folder; the token comes by standard input. */
    public static void main(String[] args) throws CannotStart, IOException {
        var token = new Secret(new String(System.in.readNBytes(Integer.parseInt(args[5])), UTF_8));
        var mqtt = new MqttSettings(URI.create("mqtt://127.0.0.1:" + args[0]), args[1], Optional.empty(),
                MqttSettings.Tls.PUBLIC);
        var account = new CloudSettings(token, URI.create(args[2]), Optional.of(Path.of(args[3])));
        var settings = new Bridge.Settings(mqtt, Bridge.Ways.byCloud(account), Home.PATIENT, args[1],
                Bridge.Boards.UNBOUND,
                DiscoverySettings.of(Mode.OFF, "homeassistant", ""), Path.of(args[4]));
        try (var bridge = new Bridge(settings, InstantSource.system())) {
            bridge.start();
            var _ = System.in.read();
        }
    }

    static BridgeProcess of(Home home, int broker) throws IOException {
        var token = Home.TOKEN.reveal().getBytes(UTF_8);
        var process = java(System.getProperty("java.class.path"), BridgeProcess.class.getName(), "" + broker, home.base,
                home.cloud.url().toString(), home.ca().toString(), home.data().toString(), "" + token.length)
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().write(token);
        process.getOutputStream().flush();
        return new BridgeProcess(process);
    }

    static ProcessBuilder java(String classPath, String... words) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                classPath));
        command.addAll(List.of(words));
        return new ProcessBuilder(command);
    }

    /** Ends it as the kernel does, without a goodbye to anybody. */
    void kill() {
        process.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        kill();
    }
}
