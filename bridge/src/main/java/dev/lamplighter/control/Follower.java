package dev.lamplighter.control;

import java.time.Instant;

/** Wants to know when it is worth looking at the lights. */
interface Follower {
    /** Lights change. */
    void stirred(Instant now);

    /** What was told to lights by then can be seen. */
    void lookAt(Instant when);
}
