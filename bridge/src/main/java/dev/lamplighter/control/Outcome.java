package dev.lamplighter.control;

import java.time.Instant;

/** How a call on a way ended. */
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    /** The far side wants nothing more before {@code until}. */
    record Throttled<T>(Instant until) implements Outcome<T> {}

    /** No answer, or one that says the far side is unwell; whether the call had an effect is not known. Another try may succeed. */
    record Unreachable<T>(String cause) implements Outcome<T> {}

    /** Trying again the same way is of no use. */
    record Refused<T>(String reason) implements Outcome<T> {}
}
