package dev.lamplighter.control;

import java.time.Duration;

/** Runs something later, on the owner's thread. */
public interface Timer {
    void after(Duration delay, Runnable task);
}
