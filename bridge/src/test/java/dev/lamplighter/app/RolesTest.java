package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.homeassistant.DiscoverySettings;
import dev.lamplighter.light.Secret;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Delivery;
import dev.lamplighter.mqtt.MqttSettings;
import dev.lamplighter.mqtt.MqttVisit;
import dev.lamplighter.mqtt.Publication;
import dev.lamplighter.simulator.SimulatorSettings.Pace;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The bridge at our own broker, where it may do what its role allows and no more. */
class RolesTest {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final Secret OURS = new Secret("for-the-bridge");

    private final ListAppender<ILoggingEvent> denied = new ListAppender<>();

    @Test
    void bridge_inItsRole_isDeniedNothingThatItDoes(@TempDir Path folder) throws Exception {
        var log = (Logger) LoggerFactory.getLogger("dev.lamplighter.broker.Permissions");
        denied.start();
        log.addAppender(denied);
        var token = new Secret("token");
        try (var cloud = Simulation.start(0, token, new Pace(Duration.ZERO, Duration.ZERO), folder);
                var broker = Brokers.demo(folder.resolve("broker"), 0, OURS, Logins.PLAYER);
                var bridge = bridge(folder, broker,
                        new CloudSettings(token, cloud.url(), Optional.of(Simulation.ca(folder))))) {
            bridge.start();
            assertCommandIsAnswered(broker);
        } finally {
            log.detachAppender(denied);
        }
        assertThat(denied.list).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
    }

    private static Bridge bridge(Path folder, OwnBroker broker, CloudSettings account) {
        return new Bridge(new Bridge.Settings(mqtt(broker, MqttSettings.CLIENT_ID, Logins.BRIDGE, OURS),
                Bridge.Ways.byCloud(account), ControlSettings.DEFAULTS, "lifx", Bridge.Boards.UNBOUND,
                DiscoverySettings.of(DiscoverySettings.Mode.DEVICE, "homeassistant", Version.text()), folder),
                InstantSource.system());
    }

    private static MqttSettings mqtt(OwnBroker broker, String client, String user, Secret password) {
        URI near = Logins.near(Logins.LOOPBACK, broker.port().orElseThrow());
        return new MqttSettings(near, client, Optional.of(new MqttSettings.Login(user, password)),
                MqttSettings.Tls.PUBLIC);
    }

    private static void assertCommandIsAnswered(OwnBroker broker) throws Exception {
        try (var visit = MqttVisit.open(mqtt(broker, "me", Logins.PLAYER, new Secret(Logins.PLAYER)), WITHIN)) {
            visit.listen(List.of("lifx/light/+/state", "answers/me"));
            await(visit, heard -> heard.topic().startsWith("lifx/light/"));
            visit.publish(Publication.passing("lifx/all/set", Bytes.utf8("ON")).answeredAt("answers/me"));
            var answer = await(visit, heard -> heard.topic().equals("answers/me"));
            assertThat(answer.payload().text().orElse("")).contains("\"status\":\"applied\"");
            visit.listen(List.of("homeassistant/device/+/config"));
            await(visit, heard -> heard.topic().startsWith("homeassistant/device/"));
        }
    }

    private static Delivery await(MqttVisit visit, Predicate<Delivery> wanted) throws Exception {
        var until = System.nanoTime() + WITHIN.toNanos();
        while (System.nanoTime() < until) {
            var heard = visit.next(Duration.ofSeconds(1)).filter(wanted);
            if (heard.isPresent()) {
                return heard.get();
            }
        }
        throw new AssertionError("not heard within " + WITHIN);
    }
}
