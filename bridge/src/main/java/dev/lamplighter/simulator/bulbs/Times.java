package dev.lamplighter.simulator.bulbs;

import java.time.Duration;
import java.time.Instant;

/** Time in the protocol's units. */
final class Times {
    private static final long BILLION = 1_000_000_000;

    private Times() {}

    /** Milliseconds of 32 bits. */
    static Duration millis(Payload payload, int at) {
        return Duration.ofMillis(payload.u32(at));
    }

    static long nanos(Instant instant) {
        return instant.getEpochSecond() * BILLION + instant.getNano();
    }
}
