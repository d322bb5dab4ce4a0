package dev.lamplighter.control;

import dev.lamplighter.light.Light;
import dev.lamplighter.light.LightState;
import java.time.Instant;

/**
 * What is known of a light.
 *
 * @param reachable whether the way that saw it last can reach it
 * @param source whether the light was seen to be so, or is expected to be so because it was told to
 * @param observedAt when it was seen
 */
public record Known(Light light, LightState state, boolean reachable, Via via, Source source, Instant observedAt) {
    /** Where a state comes from. */
    public enum Source {
        OBSERVED, PREDICTED
    }

    /** Whether {@code other} says the same to a user; when it was seen is left aside. */
    boolean saysTheSameAs(Known other) {
        return light.equals(other.light) && state.equals(other.state) && reachable == other.reachable
                && via == other.via
                && source == other.source;
    }
}
