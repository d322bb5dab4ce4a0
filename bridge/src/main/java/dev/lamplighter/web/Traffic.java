package dev.lamplighter.web;

import java.time.Duration;

/** Hears of every request that was answered, on the thread that answered it. */
public interface Traffic {
    /**
     * A request was answered.
     *
     * @param face which part answered: {@code api}, {@code relay}, {@code health}, {@code metrics} or {@code page}
     * @param method as it came
     * @param took until there was an answer; what is then written at the other's pace does not count
     */
    void answered(String face, String method, int status, Duration took);
}
