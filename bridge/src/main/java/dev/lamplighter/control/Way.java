package dev.lamplighter.control;

import dev.lamplighter.light.Light;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.LightState;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A way to lights; each edge that reaches lights implements it. Both calls block until there is an outcome, at most for {@code within}, and
 * never throw for what a wire or a server does: that is what {@link Outcome} is for.
 */
public interface Way {
    /** The most parts {@link #apply} takes at once. */
    int MOST_PARTS = 50;

    Via via();

    /** Every light of this way as it is now. */
    Reply<List<Sighting>> look(Duration within);

    /**
     * Carries out all parts in one request.
     *
     * @param parts 1 to {@link #MOST_PARTS}, each for another light
     * @return for each light that the far side spoke of, whether it took the change
     */
    Reply<Map<LightId, Reach>> apply(List<Part> parts, Duration within);

    /** One light's share of a request. */
    record Part(LightId light, Change change) {}

    /** A light as a way saw it. {@code reachable}: whether the way can reach it now; if not, the rest is what it last knew. */
    record Sighting(Light light, LightState state, boolean reachable) {}

    /** Whether a light took what it was sent, in LIFX's three words. */
    enum Reach {
        OK, TIMED_OUT, OFFLINE
    }
}
