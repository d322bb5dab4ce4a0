package dev.lamplighter.control;

import java.time.Duration;

/**
 * How commands are treated.
 *
 * @param timeToLive commands older than this are reported expired and never carried out
 * @param poll how long the lights are left alone when nothing happens before they are looked at again
 */
public record ControlSettings(Duration timeToLive, Duration poll) {
    public static final ControlSettings DEFAULTS = new ControlSettings(Duration.ofSeconds(30), Duration.ofSeconds(10));
}
