package dev.lamplighter.control;

import java.time.Instant;

/** How a call on a way ended. */
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    /** The far side wants nothing more before {@code until}. */
    record Throttled<T>(Instant until) implements Outcome<T> {}

    /**
     * No answer, or one that says the far side is unwell. Another try may succeed.
     *
     * @param arrived whether the call may have had an effect; if not, it certainly had none
     */
    record Unreachable<T>(String cause, boolean arrived) implements Outcome<T> {
        /** Of which nobody knows whether it had an effect. */
        public Unreachable(String cause) {
            this(cause, true);
        }
    }

    /** Trying again the same way is of no use. */
    record Refused<T>(String reason) implements Outcome<T> {}
}
