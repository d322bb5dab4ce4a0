package dev.lamplighter.app;

import dev.lamplighter.light.Secret;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.SimulatedCloud;
import dev.lamplighter.simulator.SimulatorSettings;
import dev.lamplighter.simulator.SimulatorSettings.Pace;
import dev.lamplighter.simulator.bulbs.BulbSettings;
import dev.lamplighter.simulator.bulbs.Bulbs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Collectors;
import dev.lamplighter.lan.LanSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** A simulated LIFX account, started, with its certificate authority in a file for those who are to trust it. */
final class Simulation {
    /** No bulb is there, and no broadcast leaves this machine. */
    private static final String NOBODY = "127.0.0.1";

    private Simulation() {}

    /** @param folder keeps the authority, so that it stays the same over restarts */
    static SimulatedCloud start(int port, Secret token, Pace pace, Path folder) throws CannotStart {
        var settings = SimulatorSettings.standard(token).at(InetAddress.getLoopbackAddress(), port).withPace(pace)
                .withCaFolder(folder).withTransitions();
        var cloud = new SimulatedCloud(settings, Household.standard(), InstantSource.system(),
                RandomGenerator.getDefault());
        try {
            cloud.start();
            cloud.writeCa(ca(folder));
            return cloud;
        } catch (IOException failed) {
            cloud.close();
            throw CannotStart.because("the simulated LIFX account cannot start: " + Words.of(failed));
        }
    }

    /**
     * Its lights on the LAN, too.
     *
     * @param port 0 for any free one
     */
    static Bulbs bulbs(Household household, int port) throws CannotStart {
        return bulbs(household, BulbSettings.STANDARD.at(port));
    }

    static Bulbs bulbs(Household household, BulbSettings settings) throws CannotStart {
        try {
            return Bulbs.start(settings, household, InstantSource.system(),
                    RandomGenerator.getDefault());
        } catch (IOException failed) {
            throw CannotStart.because("the simulated bulbs cannot start: " + Words.of(failed));
        }
    }

    /** How a bridge finds them: by broadcast where this machine's loopback has that, else one by one. */
    static LanSettings lan(Bulbs bulbs) {
        return bulbs.broadcast().map(all -> new LanSettings(all.getPort(), List.of(host(all)), List.of()))
                .orElseGet(() -> new LanSettings(LanSettings.PORT, List.of(NOBODY), bulbs.addresses().values().stream()
                        .map(bulb -> new LanSettings.Place(host(bulb), bulb.getPort())).toList()));
    }

    /** The same, in words. */
    static String words(Bulbs bulbs) {
        return bulbs.addresses().values().stream().map(bulb -> host(bulb) + ":" + bulb.getPort())
                .collect(Collectors.joining(", "));
    }

    private static String host(InetSocketAddress address) {
        return address.getAddress().getHostAddress();
    }

    static Path ca(Path folder) {
        return folder.resolve("simulated-lifx-ca.pem");
    }
}
