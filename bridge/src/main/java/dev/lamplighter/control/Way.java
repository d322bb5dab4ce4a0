package dev.lamplighter.control;

import dev.lamplighter.light.Action;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Scene;
import dev.lamplighter.light.Selector;
import dev.lamplighter.light.Zones;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A way to lights; each edge that reaches lights implements it. Both calls block until there is an outcome, at most for {@code within}, and
 * never throw for what a wire or a server does: that is what {@link Outcome} is for.
 */
public interface Way {
    /** The most parts {@link #apply} takes at once. */
    int MOST_PARTS = 50;

    Via via();

    /** Whether lights can be told to do this here. */
    default boolean performs(Action action) {
        return true;
    }

    /** {@code told} is called, on any thread, when a light has come that no look has shown yet. */
    default void onNews(Runnable told) {}

    /** Every light of this way as it is now. */
    Reply<List<Sighting>> look(Duration within);

    /** The account's scenes; none where this way knows of no scenes. */
    Reply<List<Scene>> scenes(Duration within);

    /** What a colour string means that we do not know ourselves; refused where the far side does not know it either. */
    Reply<Change> color(String text, Duration within);

    /**
     * Carries out all parts in one request.
     *
     * @param parts 1 to {@link #MOST_PARTS}, no two of which mean the same light or zone
     * @param haste whether to wait until the lights have said that they took it
     * @return for each light that the far side spoke of, whether it took the change; hardly any when sent {@link Haste#FAST}
     */
    Reply<Map<LightId, Reach>> apply(List<Part> parts, Haste haste, Duration within);

    /** Does something once, in one request that is made once: no part of it is sent again by itself. */
    Reply<Map<LightId, Reach>> perform(Meant lights, Action action, Duration within);

    /**
     * Which lights a request is for.
     *
     * @param selector says it to the far side, zones left aside
     * @param lights what it comes to, as far as we know
     * @param zones empty for all of each light
     */
    record Meant(Selector selector, Set<LightId> lights, Optional<Zones> zones) {
        public Meant {
            lights = Set.copyOf(lights);
        }

        /** LIFX's form, zones included. */
        public String text() {
            return zones.<Selector>map(some -> new Selector.Zoned(selector, some)).orElse(selector).text();
        }
    }

    /** What some lights have in common in a request. */
    record Part(Meant lights, Change change) {}

    /** {@link #FAST} brings only the last state and says nothing of its arrival, in less time. */
    enum Haste {
        FAST, CERTAIN
    }

    /**
     * A light as a way saw it.
     *
     * @param reachable whether the way can reach it now; if not, the rest is what it last knew
     * @param unseen for how long the far side has not heard of it
     */
    record Sighting(Light light, LightState state, boolean reachable, Duration unseen) {}

    /** Whether a light took what it was sent, in LIFX's three words. */
    enum Reach {
        OK, TIMED_OUT, OFFLINE
    }
}
