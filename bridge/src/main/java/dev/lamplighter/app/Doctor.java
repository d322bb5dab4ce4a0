package dev.lamplighter.app;

import dev.lamplighter.cloud.CloudClient;
import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.config.Settings;
import dev.lamplighter.control.Outcome;
import dev.lamplighter.control.Reply;
import dev.lamplighter.control.Way.Sighting;
import dev.lamplighter.lan.LanProbe;
import dev.lamplighter.lan.LanSettings;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.mqtt.MqttSettings;
import dev.lamplighter.mqtt.MqttVisit;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Checks one after the other what can go wrong between here and a light. Each check ends by itself. */
final class Doctor {
    static final String BROKER = "broker";
    static final String CLOUD = "LIFX Cloud";
    static final String LAN = "LAN";
    private static final Duration WITHIN = Duration.ofSeconds(8);

    private final Settings settings;
    private final MqttSettings mqtt;

    /** @param mqtt as the bridge would log in */
    Doctor(Settings settings, MqttSettings mqtt) {
        this.settings = settings;
        this.mqtt = mqtt;
    }

    /** {@code told} hears of each finding as soon as there is one. */
    void examine(Consumer<Finding> told) throws InterruptedException {
        told.accept(broker());
        settings.cloud().ifPresentOrElse(cloud -> told.accept(cloud(cloud)),
                () -> told.accept(Finding.skipped(CLOUD, "there is no cloud.token")));
        if (settings.lan().isPresent()) {
            lan(settings.lan().get()).forEach(told);
        } else {
            told.accept(Finding.skipped(LAN, "lan.enabled is false"));
        }
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

    private static Finding cloud(CloudSettings cloud) {
        return switch (CloudClient.of(cloud, Version.text(), InstantSource.system())) {
            case Parsed.Rejected<CloudClient> rejected -> Finding.failed(CLOUD, rejected.line(), "mend the settings");
            case Parsed.Accepted<CloudClient>(var client) -> {
                try (client) {
                    yield finding(cloud, client.look(WITHIN));
                }
            }
        };
    }

    private static Finding finding(CloudSettings cloud, Reply<List<Sighting>> reply) {
        return switch (reply.outcome()) {
            case Outcome.Done<List<Sighting>>(var lights) -> Finding.ok(CLOUD, cloud.url() + " knows " + lights.size()
                    + " lights" + reply.allowance().map(left -> ", " + left.remaining() + " of " + left.limit()
                            + " requests left in this minute").orElse(""));
            case Outcome.Refused<List<Sighting>>(var reason) -> Finding.failed(CLOUD, reason,
                    "make a new token at https://cloud.lifx.com/settings");
            case Outcome.Throttled<List<Sighting>> _ -> Finding.warning(CLOUD,
                    "the requests of this minute are used up",
                    "something else spends them with the same token: give it a token of another account, or let it ask less");
            case Outcome.Unreachable<List<Sighting>>(var cause, _) -> Finding.failed(CLOUD, cause,
                    "is the internet there, and does a firewall let HTTPS to " + cloud.url().getHost() + " through?");
        };
    }

    private List<Finding> lan(LanSettings lan) throws InterruptedException {
        try {
            return LanFindings.of(LanProbe.look(lan, RandomGenerator.getDefault()), settings.cloud().isPresent());
        } catch (IOException failed) {
            return List.of(Finding.failed(LAN, "this machine gives no UDP socket: " + Words.of(failed),
                    "does a sandbox or a limit forbid it?"));
        }
    }
}
