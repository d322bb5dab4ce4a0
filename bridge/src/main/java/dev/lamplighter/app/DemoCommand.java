package dev.lamplighter.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The whole system on one machine, with simulated lights. It names no class of the broker: all commands are looked at before one is chosen,
 * also where there is no broker on the class path.
 */
@Command(name = "demo", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "The whole system on this machine with simulated lights; nothing to set up.")
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "1883", description = "the broker's port on loopback, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CannotStart, InterruptedException {
        return Service.run(closing -> new Demo(port, spec.commandLine().getOut()).start(closing));
    }
}
