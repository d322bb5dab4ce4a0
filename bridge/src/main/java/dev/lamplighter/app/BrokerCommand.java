package dev.lamplighter.app;

import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The broker alone. */
@Command(name = "broker", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "The broker alone.")
final class BrokerCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerCommand.class);

    @Mixin
    private Common common = new Common();

    @Override
    public Integer call() throws CannotStart, InterruptedException {
        var settings = common.settings();
        var passwords = Logins.passwords(settings.data());
        return Service.run(closing -> {
            var ours = passwords.of(Logins.BRIDGE);
            var broker = closing.add(OwnBroker.by(() -> Brokers.home(settings, ours)));
            broker.tell(LOG, Logins.HOME, passwords.file(Logins.HOME));
        });
    }
}
