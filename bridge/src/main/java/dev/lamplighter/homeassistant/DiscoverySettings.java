package dev.lamplighter.homeassistant;

import java.net.URI;
import java.util.Optional;

/**
 * How Home Assistant is told.
 *
 * @param prefix the first levels of its discovery topics, {@code homeassistant} unless its user changed it
 * @param version ours
 * @param page where people find the bridge in a browser
 */
public record DiscoverySettings(Mode mode, String prefix, String version, Optional<URI> page) {
    public static DiscoverySettings of(Mode mode, String prefix, String version) {
        return new DiscoverySettings(mode, prefix, version, Optional.empty());
    }

    /** How things are described. */
    public enum Mode {
        /** One message for a device with all of its entities; Home Assistant 2024.12 and later. */
        DEVICE,
        /** One message for each entity. */
        COMPONENT,
        /** Not at all; what an earlier run has described is taken away. */
        OFF
    }
}
