package dev.lamplighter.light;

import dev.lamplighter.light.LightCommand.Change;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Something that lights do once. Told a second time they do it a second time, so none of these is ever repeated blindly. */
public sealed interface Action permits Effect, Action.Clean, Action.Cycle, Action.Activate {
    /**
     * HEV disinfection.
     *
     * @param seconds how long; the light's own default where empty
     */
    record Clean(boolean stop, Optional<Integer> seconds) implements Action {}

    /**
     * To the state that follows the present one in a list, as LIFX compares them.
     *
     * @param states 2 to {@link #MOST}
     * @param common what each state has unless it says otherwise
     */
    record Cycle(List<Change> states, Change common, boolean backward) implements Action {
        public static final int LEAST = 2;
        public static final int MOST = 10;

        public Cycle {
            states = List.copyOf(states);
            if (states.size() < LEAST || states.size() > MOST) {
                throw new IllegalArgumentException("a cycle has 2 to 10 states, not " + states.size());
            }
        }
    }

    /**
     * A scene, as it was kept in LIFX's app.
     *
     * @param fade how long it takes; LIFX's own time where empty
     * @param ignore what of it is left out
     * @param overrides what all its lights get instead
     */
    record Activate(UUID scene, Optional<Fade> fade, Set<Part> ignore, Change overrides) implements Action {
        public Activate {
            ignore = Set.copyOf(ignore);
        }

        /** What a scene is made of, in LIFX's words. */
        public enum Part {
            POWER, INFRARED, DURATION, INTENSITY, HUE, SATURATION, BRIGHTNESS, KELVIN
        }
    }
}
