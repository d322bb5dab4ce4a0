package dev.lamplighter.web;

import java.time.Duration;
import java.util.List;

/** How the bridge fares, for those who watch over processes. */
public interface HealthState {
    /** Whether it still decides anything, found out by asking; {@code patience} at most. */
    boolean lives(Duration patience) throws InterruptedException;

    /** What it waits for before it can carry out any command, each in a line; nothing where it is ready. */
    List<String> missing();
}
