package dev.lamplighter.boards;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was heard lately from each control, so that what a board sends again, not knowing whether it got through, counts once. */
final class Heard {
    private static final Duration AGAIN = Duration.ofSeconds(10);
    /** Fewer controls than that are in any home. */
    private static final int MOST = 1_000;

    private record Last(EventJson event, Instant at) {}

    private final Map<String, Last> last = new LinkedHashMap<>();

    boolean isNew(EventJson event, Instant now) {
        if (event.seq().isEmpty()) {
            return true;
        }
        var control = event.event().getClass().getSimpleName() + event.event().board() + "/" + event.event().number();
        var before = last.remove(control);
        if (last.size() >= MOST) {
            last.remove(last.keySet().iterator().next());
        }
        var isAgain = before != null && before.event.equals(event) && now.isBefore(before.at.plus(AGAIN));
        last.put(control, isAgain ? before : new Last(event, now));
        return !isAgain;
    }
}
