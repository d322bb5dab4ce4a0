package dev.lamplighter.simulator;

import dev.lamplighter.light.Secret;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a simulated account is reached and how it behaves.
 *
 * @param bind the address to listen on
 * @param port 0 for any free one
 * @param token what clients must show
 * @param delay how long every reply takes
 * @param caFolder where the certificate authority is kept, so that it is the same after a restart; without one it is made anew
 */
public record SimulatorSettings(InetAddress bind, int port, Secret token, Duration delay, Limit limit,
        Validity certificate, Optional<Path> caFolder) {
    /** So many requests in a window of this length. */
    public record Limit(int requests, Duration window) {
        /** LIFX's own. */
        public static final Limit LIFX = new Limit(120, Duration.ofSeconds(60));
    }

    /** Whether the server's certificate is still good. */
    public enum Validity {
        VALID, EXPIRED
    }

    /** On loopback, on a free port, without delay, with LIFX's limit and a certificate authority of the moment. */
    public static SimulatorSettings standard(Secret token) {
        return new SimulatorSettings(InetAddress.getLoopbackAddress(), 0, token, Duration.ZERO, Limit.LIFX,
                Validity.VALID, Optional.empty());
    }

    public SimulatorSettings at(InetAddress address, int number) {
        return new SimulatorSettings(address, number, token, delay, limit, certificate, caFolder);
    }

    public SimulatorSettings withDelay(Duration time) {
        return new SimulatorSettings(bind, port, token, time, limit, certificate, caFolder);
    }

    public SimulatorSettings withLimit(Limit to) {
        return new SimulatorSettings(bind, port, token, delay, to, certificate, caFolder);
    }

    public SimulatorSettings withCertificate(Validity validity) {
        return new SimulatorSettings(bind, port, token, delay, limit, validity, caFolder);
    }

    public SimulatorSettings withCaFolder(Path folder) {
        return new SimulatorSettings(bind, port, token, delay, limit, certificate, Optional.of(folder));
    }
}
