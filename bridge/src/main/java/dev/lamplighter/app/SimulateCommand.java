package dev.lamplighter.app;

import dev.lamplighter.light.Secret;
import dev.lamplighter.simulator.SimulatorSettings.Pace;
import dev.lamplighter.simulator.bulbs.BulbSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The simulated LIFX account by itself, for anything that speaks LIFX's HTTP API or its LAN protocol. */
@Command(name = "simulate", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "A simulated LIFX account alone, over HTTPS and on the LAN of this machine.")
final class SimulateCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "8443", description = "port on loopback, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--lan-port", defaultValue = "0", description = "UDP port of its bulbs on loopback, each at an address of its own, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int lanPort;

    @Option(names = "--lan-bind", paramLabel = "ADDRESS", description = "its bulbs are found by broadcast and reached at this address of this machine instead, 0.0.0.0 for all of them; LIFX's own --lan-port is 56700")
    private Optional<String> lanBind = Optional.empty();

    @Option(names = "--delay", defaultValue = "150", paramLabel = "MS", description = "how long it takes to answer, in ms (default: ${DEFAULT-VALUE})")
    private int delay;

    @Option(names = "--fast-delay", paramLabel = "MS", description = "how long it takes to answer a fast request, in ms (default: as --delay)")
    private Optional<Integer> fastDelay = Optional.empty();

    @Option(names = "--token", defaultValue = "simulated", description = "the token it accepts; it opens nothing real (default: ${DEFAULT-VALUE})")
    private String token = "";

    @Option(names = "--folder", defaultValue = "data/simulated", description = "where its certificate authority is kept (default: ${DEFAULT-VALUE})")
    private Path folder = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CannotStart, InterruptedException {
        return Service.run(closing -> {
            var cloud = closing.add(Simulation.start(port, new Secret(token), pace(), folder));
            var bulbs = closing.add(Simulation.bulbs(cloud.household(), bulbs()));
            var out = spec.commandLine().getOut();
            out.println("A simulated LIFX account of " + cloud.household().lights().size() + " lights answers at "
                    + cloud.url());
            out.println("Use it with these settings:");
            out.println("  cloud.url:   " + cloud.url());
            out.println("  cloud.token: " + token);
            out.println("  cloud.ca:    " + Simulation.ca(folder).toAbsolutePath());
            out.println(lanBind.isPresent()
                    ? "  lan.port:    " + bulbs.broadcast().orElseThrow().getPort()
                    : "  lan.addresses: " + Simulation.words(bulbs));
            out.println("Stop with Ctrl-C.");
            out.flush();
        });
    }

    private BulbSettings bulbs() {
        var bulbs = BulbSettings.STANDARD.at(lanPort);
        return lanBind.map(bulbs::on).orElse(bulbs);
    }

    private Pace pace() {
        return new Pace(Duration.ofMillis(delay), Duration.ofMillis(fastDelay.orElse(delay)));
    }
}
