package dev.lamplighter.simulator;

import dev.lamplighter.light.LightId;
import java.time.Duration;

/**
 * Something that goes wrong between a client and its lights. Where a fault has {@code applied}, it says whether the request's change still
 * reaches the lights: real clouds fail both before and after the deed.
 */
public sealed interface Fault {
    /** A fault that a request meets whatever lights it is about. */
    sealed interface OfRequest extends Fault {}

    /** A fault that a request meets for one of its lights. */
    sealed interface OfLight extends Fault {
        LightId light();
    }

    /** 200 with an empty list: an account that seems to have no lights. */
    Instead EMPTY_LIST = new Instead("[]", true);

    /** 200 with good JSON of a shape that LIFX never sends. */
    Instead WRONG_SHAPE = new Instead("{\"lights\":1,\"results\":1}", true);

    /** 429, with LIFX's limit headers (nothing remaining) or without any; nothing is changed. */
    record TooManyRequests(boolean headers) implements OfRequest {}

    /**
     * Limit headers that cannot be right, or none.
     *
     * @param refused on a 429 that changes nothing, else on what the reply would be anyhow
     */
    record OddLimits(LimitHeaders headers, boolean refused) implements OfRequest {}

    /** A JSON error of this status code. */
    record ServerError(int code, boolean applied) implements OfRequest {}

    /** The right reply, later. The change is made at once. */
    record Slow(Duration by) implements OfRequest {}

    /** The connection is closed without a reply, and with it every other request on it. */
    record CutBefore(boolean applied) implements OfRequest {}

    /** The connection is closed in the middle of the reply's body. */
    record CutInBody(boolean applied) implements OfRequest {}

    /** 200 with a body that is not JSON. */
    record Garbage(boolean applied) implements OfRequest {}

    /** 200 with this JSON body in place of the right one. */
    record Instead(String body, boolean applied) implements OfRequest {}

    /** An error page of a proxy, in HTML, with this status code. */
    record HtmlError(int code, boolean applied) implements OfRequest {}

    /** One light does not acknowledge: its result says {@code timed_out}. */
    record TimedOut(LightId light, boolean applied) implements OfLight {}

    /**
     * One light has no connection: {@code offline} in results, {@code connected: false} in lists, unchanged. {@link Household#disconnect}
     * is the same with a time, without counting.
     */
    record Offline(LightId light) implements OfLight {}

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
