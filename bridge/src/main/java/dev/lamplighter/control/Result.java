package dev.lamplighter.control;

import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.LightId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What became of an order.
 *
 * @param reason why it was not simply applied, in words for the person who sent it
 * @param lights of the lights that were spoken to, whether they took it
 * @param via the way it went, where it went
 * @param took from the order's arrival to this result
 */
public record Result(Status status, Optional<String> reason, Map<LightId, Reach> lights, Optional<Via> via,
        Duration took) {
    /** The six ends of a command. */
    public enum Status {
        APPLIED, PARTLY, REFUSED, EXPIRED, SUPERSEDED, UNREACHABLE
    }

    public static Result refused(String reason, Duration took) {
        return new Result(Status.REFUSED, Optional.of(reason), Map.of(), Optional.empty(), took);
    }
}
