package dev.lamplighter.control;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When to try again what failed: 250 ms, doubling up to 4 s, each shortened at random by up to half so that many do not return as one. */
final class Retry {
    private static final long FIRST = 250;
    private static final int MOST_DOUBLINGS = 4;

    /** A light that did not answer is told at most this often in all. */
    static final int MOST_ATTEMPTS = 3;

    private Retry() {}

    /** @param failures how often it has failed in a row, from 1 */
    static Duration after(int failures, RandomGenerator random) {
        var longest = FIRST << Math.min(failures - 1, MOST_DOUBLINGS);
        return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
    }
}
