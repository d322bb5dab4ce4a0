package dev.lamplighter.control;

import dev.lamplighter.control.Plan.Share;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Zones;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What an order comes to.
 *
 * @param stages one after the other
 * @param impossible lights that can do none of it, and why
 * @param leftOut lights that can do only some of it, and what they cannot
 */
record Work(List<Stage> stages, Map<LightId, String> impossible, Map<LightId, String> leftOut) {
    Work {
        stages = List.copyOf(stages);
    }

    /** Whether it comes to nothing at all, as there is no light to do it. */
    boolean isNothing() {
        return stages.stream().allMatch(stage -> stage.lights().isEmpty()) && impossible.isEmpty();
    }

    /** What lights do at the same time. */
    sealed interface Stage {
        Set<LightId> lights();
    }

    record Paint(Map<LightId, Share> shares) implements Stage {
        @Override
        public Set<LightId> lights() {
            return shares.keySet();
        }
    }

    /**
     * Something done once by all its lights together.
     *
     * @param becomes what lights show after it, where that is known
     * @param lasts until they do
     */
    record Once(Action action, Set<LightId> lights, Optional<Zones> zones,
            Map<LightId, UnaryOperator<LightState>> becomes, Duration lasts) implements Stage {
        Once {
            lights = Set.copyOf(lights);
            becomes = Map.copyOf(becomes);
        }
    }

    /** What another run needs to know of it; nothing where it may as well decide anew. */
    Plan plan() {
        if (stages.stream().anyMatch(stage -> stage instanceof Once once && !isHarmless(once.action))) {
            return new Plan.Once();
        }
        return stages.isEmpty() || !(stages.getLast() instanceof Paint(var shares))
                ? new Plan.Absolute(Map.of())
                : new Plan.Absolute(shares);
    }

    /** Stopping twice stops no more than once. */
    private static boolean isHarmless(Action action) {
        return action instanceof Effect.Off;
    }
}
