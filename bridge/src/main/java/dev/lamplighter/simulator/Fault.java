package dev.lamplighter.simulator;

import dev.lamplighter.light.LightId;
import java.time.Duration;

/**
 * Something that goes wrong between a client and its lights. Where a fault has {@code applied}, it says whether the request's change still
 * reaches the lights: real clouds fail both before and after the deed.
 */
public sealed interface Fault {
    /** 429, with LIFX's limit headers (nothing remaining) or without any; nothing is changed. */
    record TooManyRequests(boolean headers) implements Fault {}

    /** A JSON error of this status code. */
    record ServerError(int code, boolean applied) implements Fault {}

    /** The right reply, later. The change is made at once. */
    record Slow(Duration by) implements Fault {}

    /** The connection is closed without a reply, and with it every other request on it. */
    record CutBefore(boolean applied) implements Fault {}

    /** The connection is closed in the middle of the reply's body. */
    record CutInBody(boolean applied) implements Fault {}

    /** 200 with a body that is not JSON. */
    record Garbage(boolean applied) implements Fault {}

    /** An error page of a proxy, in HTML, with this status code. */
    record HtmlError(int code, boolean applied) implements Fault {}

    /** One light does not acknowledge: its result says {@code timed_out}. */
    record TimedOut(LightId light, boolean applied) implements Fault {}

    /** One light has no connection: {@code offline} in results, {@code connected: false} in lists, unchanged. */
    record Offline(LightId light) implements Fault {}

    /** Which requests a fault meets, and how many of them. */
    record Scope(Kind kind, int times) {
        /** Every request until the fault is cleared. */
        public static final Scope ALWAYS = new Scope(Kind.ANY, Integer.MAX_VALUE);

        /** The next {@code times} requests; for a fault of one light, those that want something of this light. */
        public static Scope next(int times) {
            return new Scope(Kind.ANY, times);
        }

        public Scope reads() {
            return new Scope(Kind.READS, times);
        }

        public Scope writes() {
            return new Scope(Kind.WRITES, times);
        }

        boolean meets(boolean write) {
            return switch (kind) {
                case ANY -> true;
                case READS -> !write;
                case WRITES -> write;
            };
        }

        Scope less() {
            return times == Integer.MAX_VALUE ? this : new Scope(kind, times - 1);
        }
    }

    /** Reads are {@code GET}, writes all else. */
    enum Kind {
        ANY, READS, WRITES
    }
}
