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
 * @param transitions whether lists show a light on its way to what is wished of it, for the duration of the wish
 * @param caFolder where the certificate authority is kept, so that it is the same after a restart; without one it is made anew
 */
public record SimulatorSettings(InetAddress bind, int port, Secret token, Pace pace, Limit limit,
        Validity certificate, Optional<Path> caFolder, boolean transitions) {
    /** So many requests in a window of this length. */
    public record Limit(int requests, Duration window) {
        /** LIFX's own. */
        public static final Limit LIFX = new Limit(120, Duration.ofSeconds(60));
    }

    /**
     * How long replies take.
     *
     * @param fast those to requests that ask not to wait for the lights
     */
    public record Pace(Duration normal, Duration fast) {}

    /** Whether the server's certificate is still good. */
    public enum Validity {
        VALID, EXPIRED
    }

    /** On loopback, on a free port, without delay, with LIFX's limit, a certificate authority of the moment, and lights that arrive at once. */
    public static SimulatorSettings standard(Secret token) {
        return new SimulatorSettings(InetAddress.getLoopbackAddress(), 0, token,
                new Pace(Duration.ZERO, Duration.ZERO), Limit.LIFX, Validity.VALID, Optional.empty(), false);
    }

    public SimulatorSettings at(InetAddress address, int number) {
        return new SimulatorSettings(address, number, token, pace, limit, certificate, caFolder, transitions);
    }

    /** Every reply takes this long. */
    public SimulatorSettings withDelay(Duration time) {
        return withPace(new Pace(time, time));
    }

    /** Replies to fast requests take this long, LIFX's about half of the others. */
    public SimulatorSettings withFastDelay(Duration time) {
        return withPace(new Pace(pace.normal(), time));
    }

    public SimulatorSettings withLimit(Limit to) {
        return new SimulatorSettings(bind, port, token, pace, to, certificate, caFolder, transitions);
    }

    public SimulatorSettings withCertificate(Validity validity) {
        return new SimulatorSettings(bind, port, token, pace, limit, validity, caFolder, transitions);
    }

    public SimulatorSettings withCaFolder(Path folder) {
        return new SimulatorSettings(bind, port, token, pace, limit, certificate, Optional.of(folder), transitions);
    }

    public SimulatorSettings withTransitions() {
        return new SimulatorSettings(bind, port, token, pace, limit, certificate, caFolder, true);
    }

    public SimulatorSettings withPace(Pace to) {
        return new SimulatorSettings(bind, port, token, to, limit, certificate, caFolder, transitions);
    }
}
