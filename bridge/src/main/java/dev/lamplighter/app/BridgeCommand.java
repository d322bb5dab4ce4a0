package dev.lamplighter.app;

import dev.lamplighter.config.Settings;
import dev.lamplighter.homeassistant.DiscoverySettings;
import dev.lamplighter.mqtt.MqttSettings;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The bridge alone, at a broker that runs elsewhere. */
@Command(name = "bridge", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "The bridge alone, at the broker of mqtt.url (default: one on this machine).")
final class BridgeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeCommand.class);

    @Mixin
    private Common common = new Common();

    @Override
    public Integer call() throws CannotStart, InterruptedException {
        var settings = common.settings();
        var mqtt = mqtt(settings);
        return Service.run(closing -> {
            var bindings = common.bindings(settings, closing);
            closing.add(bridge(settings, mqtt, bindings)).start();
        });
    }

    static Bridge bridge(Settings settings, MqttSettings mqtt, LiveBindings bindings) {
        var ways = ways(settings);
        if (ways.areNone()) {
            LOG.warn(
                    "No light can be reached: allow lan.enabled, or set cloud.token, made at https://cloud.lifx.com/settings");
        }
        var boards = new Bridge.Boards(settings.boards().topic(), bindings);
        return new Bridge(new Bridge.Settings(mqtt, ways, settings.control(), settings.baseTopic(), boards,
                discovery(settings), settings.data(), web(settings, ways, mqtt)), InstantSource.system());
    }

    static Bridge.Ways ways(Settings settings) {
        return new Bridge.Ways(settings.cloud(), settings.lan(), settings.prefer());
    }

    private static Optional<Bridge.Web> web(Settings settings, Bridge.Ways ways, MqttSettings mqtt) {
        return settings.web().map(page -> new Bridge.Web(page, new WebBoards(settings),
                WebBoards.logins(settings),
                new Surgery(new Doctor(ways, mqtt, Optional.of(page)), InstantSource.system())));
    }

    private static DiscoverySettings discovery(Settings settings) {
        return new DiscoverySettings(settings.homeAssistant().discovery(), settings.homeAssistant().prefix(),
                Version.text(), settings.web().flatMap(WebPlace::seen));
    }

    /** Without a URL, the broker that {@code lamplighter broker} runs on this machine, with the password it has left for us. */
    static MqttSettings mqtt(Settings settings) throws CannotStart {
        if (settings.mqtt().url().isPresent()) {
            return settings.mqtt().toBroker(settings.mqtt().url().get());
        }
        var near = Logins.here(settings);
        var left = Logins.passwords(settings.data()).find(Logins.BRIDGE);
        return near.login().isEmpty() && left.isPresent() ? Logins.as(near, Logins.BRIDGE, left.get()) : near;
    }
}
