package dev.lamplighter.web.relay;

import java.time.Duration;

/**
 * How the relay treats its guests.
 *
 * @param requests that each may make in a {@code window}
 * @param patience how long lights may take before they are reported as timed out; LIFX's clients wait 10 s
 */
public record RelaySettings(int requests, Duration window, Duration patience) {
    /** Five times what LIFX allows, as nobody but this machine pays for it. */
    public static final RelaySettings STANDARD = new RelaySettings(600, Duration.ofSeconds(60), Duration.ofSeconds(8));
}
