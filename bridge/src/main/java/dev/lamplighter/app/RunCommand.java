package dev.lamplighter.app;

import dev.lamplighter.config.Settings;
import dev.lamplighter.mqtt.MqttSettings;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Bridge and broker in one process; the bridge alone where {@code mqtt.url} names another broker. */
@Command(name = "run", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "The bridge, with its own broker unless mqtt.url names another. The default.")
final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    @Mixin
    private Common common = new Common();

    @Override
    public Integer call() throws CannotStart, InterruptedException {
        var settings = common.settings();
        return Service.run(closing -> {
            var mqtt = settings.mqtt().url().isPresent()
                    ? settings.mqtt().toBroker(settings.mqtt().url().get())
                    : ownBroker(settings, closing);
            var bindings = common.bindings(settings, closing);
            closing.add(BridgeCommand.bridge(settings, mqtt, bindings)).start();
        });
    }

    private static MqttSettings ownBroker(Settings settings, Closing closing) throws CannotStart {
        var passwords = Logins.passwords(settings.data());
        var ours = passwords.fresh();
        var broker = closing.add(OwnBroker.by(() -> Brokers.homeWithBridge(settings, ours)));
        broker.tell(LOG, Logins.HOME, passwords.file(Logins.HOME));
        var near = settings.mqtt().toBroker(Logins.beside(settings, broker));
        return Logins.as(near, Logins.BRIDGE, ours);
    }
}
