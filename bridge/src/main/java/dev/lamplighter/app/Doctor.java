package dev.lamplighter.app;

import dev.lamplighter.lan.LanProbe;
import dev.lamplighter.lan.LanSettings;
import dev.lamplighter.mqtt.MqttSettings;
import dev.lamplighter.mqtt.MqttVisit;
import dev.lamplighter.web.WebSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Checks one after the other what can go wrong between here and a light. Each check ends by itself.
 *
 * @param mqtt as whom it logs in at the broker
 * @param web where the dashboard is to be
 */
record Doctor(Bridge.Ways ways, MqttSettings mqtt, Optional<WebSettings> web) {
    static final String BROKER = "broker";
    static final String LAN = "LAN";
    private static final Duration WITHIN = Duration.ofSeconds(8);

    /** {@code told} hears of each finding as soon as there is one. */
    void examine(Consumer<Finding> told) throws InterruptedException {
        told.accept(broker());
        ways.cloud().map(CloudFindings::of)
                .orElseGet(() -> List.of(Finding.skipped(CloudFindings.CLOUD, "there is no cloud.token")))
                .forEach(told);
        if (ways.lan().isPresent()) {
            lan(ways.lan().get()).forEach(told);
        } else {
            told.accept(Finding.skipped(LAN, "lan.enabled is false"));
        }
        told.accept(web.map(WebFindings::of)
                .orElseGet(() -> Finding.skipped(WebFindings.DASHBOARD, "web.port is off")));
    }

    private Finding broker() {
        // Under the bridge's own name it would throw out the bridge that runs.
        var guest = new MqttSettings(mqtt.url(), mqtt.clientId() + "-doctor", mqtt.login(), mqtt.tls());
        try (var _ = MqttVisit.open(guest, WITHIN)) {
            return Finding.ok(BROKER, "logged in at " + mqtt.url());
        } catch (IOException refused) {
            return Finding.failed(BROKER, Words.of(refused),
                    "start it (./lamplighter run), or mend mqtt.url, mqtt.username and mqtt.password");
        }
    }

    private List<Finding> lan(LanSettings lan) throws InterruptedException {
        try {
            return LanFindings.of(LanProbe.look(lan, RandomGenerator.getDefault()), ways.cloud().isPresent());
        } catch (IOException failed) {
            return List.of(Finding.failed(LAN, "this machine gives no UDP socket: " + Words.of(failed),
                    "does a sandbox or a limit forbid it?"));
        }
    }
}
