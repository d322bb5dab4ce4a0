package dev.lamplighter.control;

import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Scene;
import java.time.Instant;
import java.util.List;

/**
 * Moments at which something became known. Called on the owner's thread in the order in which things happened; implementations are quick
 * and do not throw.
 */
public interface Listener {
    /** A light is known for the first time, or under another label, group or location. */
    default void lightSeen(Known light) {}

    /** What is known of a light differs from what was last said; comes after {@link #lightSeen} for a new light too. */
    default void stateChanged(Known light) {}

    /**
     * A light was looked at, whether or not anything about it has changed; comes after what has.
     *
     * @param looked when the look began: what was done before that shows in it
     */
    default void lookedAt(Known light, Instant looked) {}

    /** A light has left the account or network. */
    default void lightLost(LightId light) {}

    /**
     * Every way has shown its lights by now: a light that is not known is not there. Comes once, after what was seen; never while a way has
     * yet to answer, and at once where there is none.
     */
    default void allSeen() {}

    /** The account's scenes are known, or are others than before. */
    default void scenesSeen(List<Scene> scenes) {}

    default void commandDone(Order order, Result result) {}

    /** A way works (again). */
    default void wayWorks(Via via) {}

    /** A way fails, for another reason than before. */
    default void wayFails(Via via, String reason) {}
}
