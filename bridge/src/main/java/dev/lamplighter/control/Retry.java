package dev.lamplighter.control;

import dev.lamplighter.control.Way.Reach;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** What may be sent again, and when: 250 ms, doubling up to 4 s, each shortened at random by up to half so that many do not return as one. */
final class Retry {
    private static final long FIRST = 250;
    private static final int MOST_DOUBLINGS = 4;
    private static final int MOST_PAUSE_DOUBLINGS = 6;

    /** A light that did not answer is told at most this often in all. */
    static final int MOST_ATTEMPTS = 3;

    private Retry() {}

    /** Whether sending a second time does no more than sending once. */
    enum Sort {
        ABSOLUTE, ONCE
    }

    /** How long one that has had enough is left alone at least: 1 s, doubling up to 64 s. */
    static Duration pause(int throttles) {
        return Duration.ofSeconds(1L << Math.min(throttles - 1, MOST_PAUSE_DOUBLINGS));
    }

    /** @param failures how often it has failed in a row, from 1 */
    static Duration after(int failures, RandomGenerator random) {
        var longest = FIRST << Math.min(failures - 1, MOST_DOUBLINGS);
        return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
    }

    /** Whether something may be sent again after a call that ended so. What is done once may only when it certainly had no effect. */
    static boolean mayFollow(Outcome<?> outcome, Sort sort) {
        return switch (outcome) {
            case Outcome.Throttled<?> _ -> true;
            case Outcome.Unreachable<?>(_, var arrived) -> sort == Sort.ABSOLUTE || !arrived;
            case Outcome.Done<?> _,Outcome.Refused<?> _ -> false;
        };
    }

    static boolean mayHaveHadEffect(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> true;
            case Outcome.Unreachable<?>(_, var arrived) -> arrived;
            case Outcome.Throttled<?> _,Outcome.Refused<?> _ -> false;
        };
    }

    /** @param tries how often the light has been told, this time included */
    static boolean mayFollow(Reach reach, Sort sort, int tries) {
        return reach == Reach.TIMED_OUT && sort == Sort.ABSOLUTE && tries < MOST_ATTEMPTS;
    }
}
