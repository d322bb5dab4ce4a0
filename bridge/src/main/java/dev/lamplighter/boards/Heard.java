package dev.lamplighter.boards;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was heard lately from each control, so that what a board sends again, not knowing whether it got through, counts once. */
final class Heard {
    private static final Duration AGAIN = Duration.ofSeconds(10);
    /** Fewer controls than that are in any home. */
    private static final int MOST_CONTROLS = 1_000;
    /** Of one control; a board keeps fewer to send again. */
    private static final int MOST_EVENTS = 100;

    /** The control that was quiet for the longest comes first. */
    private final Map<String, Map<EventJson, Instant>> controls = new LinkedHashMap<>();

    boolean isNew(EventJson event, Instant now) {
        if (event.seq().isEmpty()) {
            return true;
        }
        var lately = of(event);
        lately.values().removeIf(at -> !now.isBefore(at.plus(AGAIN)));
        if (lately.containsKey(event)) {
            return false;
        }
        forgetOldest(lately, MOST_EVENTS);
        lately.put(event, now);
        return true;
    }

    private Map<EventJson, Instant> of(EventJson event) {
        var control = event.event().getClass().getSimpleName() + event.event().board() + "/" + event.event().number();
        var before = controls.remove(control);
        forgetOldest(controls, MOST_CONTROLS);
        var lately = before == null ? new LinkedHashMap<EventJson, Instant>() : before;
        controls.put(control, lately);
        return lately;
    }

    private static <K> void forgetOldest(Map<K, ?> map, int most) {
        if (map.size() >= most) {
            map.remove(map.keySet().iterator().next());
        }
    }
}
