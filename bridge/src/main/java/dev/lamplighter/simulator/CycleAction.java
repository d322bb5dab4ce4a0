package dev.lamplighter.simulator;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a request that leads each light to the state after the one it is in. A light is in a state that would change nothing of it; one that
 * is in none of them goes to the first.
 */
final class CycleAction {
    private static final int FEWEST = 2;
    private static final int MOST = 10;

    private CycleAction() {}

    static Action read(LightSelector selector, Fields fields, RandomGenerator random) {
        var step = fields.word("direction", Set.of("forward", "backward")).orElse("forward").equals("forward") ? 1 : -1;
        var entries = StateList.read(fields, FEWEST, MOST);
        fields.refuseProblems();
        var states = entries.stream().map(entry -> state(entry, random)).toList();
        return turn -> Results.reply(Results.of(turn, turn.require(selector), (light, one) -> {
            var state = next(states, step, it -> it.on(light, one.zones()).look().equals(light.look()));
            return turn.faded(light, state.on(light, one.zones()), state.over());
        }), fields.unknown(), false);
    }

    private interface Match {
        boolean isIn(LightChange state);
    }

    private static LightChange state(ObjectNode entry, RandomGenerator random) {
        var fields = new Fields(entry, random);
        var state = StateActions.change(fields);
        fields.refuseProblems();
        return state;
    }

    private static LightChange next(List<LightChange> states, int step, Match match) {
        for (var index = 0; index < states.size(); index++) {
            if (match.isIn(states.get(index))) {
                return states.get(Math.floorMod(index + step, states.size()));
            }
        }
        return states.getFirst();
    }
}
