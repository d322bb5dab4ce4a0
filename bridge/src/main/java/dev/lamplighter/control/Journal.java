package dev.lamplighter.control;

import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import java.time.Instant;
import java.util.Map;

/**
 * What outlives a crash: which deliveries have been taken on, and what was decided about them. A broker delivers again what was not
 * acknowledged; with this, a toggle that had been decided before the crash is finished as decided, not decided anew, and a command that has
 * grown old meanwhile is known to be old.
 */
public interface Journal {
    /**
     * Notes that a delivery is taken on.
     *
     * @param key names the delivery, the same each time it is delivered
     * @param repeated whether the broker says that it may have delivered it before; otherwise an equal key is a new delivery
     * @param now when a delivery that was not noted before counts as received
     */
    Entry taken(String key, boolean repeated, Instant now);

    /** Notes what was decided, before any of it is done. */
    void planned(String key, Map<LightId, Change> plan);

    /** Notes that the delivery has had its result. */
    void done(String key);

    /** What is noted of a delivery. */
    record Entry(Instant received, Map<LightId, Change> plan, boolean done) {
        public Entry {
            plan = Map.copyOf(plan);
        }
    }
}
