package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Result;
import dev.lamplighter.control.Result.Status;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Holds results against what the lamps did. */
final class ResultTruth {
    private ResultTruth() {}

    static void assertChange(Rig rig, Trouble trouble, Change change, Given one, List<Given> given) {
        var result = one.result().join();
        if (trouble.lamps().isEmpty()) {
            assertThat(result.status()).as(rig::account).isIn(Status.APPLIED, Status.SUPERSEDED);
        }
        for (var light : one.lights()) {
            var left = left(change, light, given.subList(given.indexOf(one) + 1, given.size()));
            if (result.status() == Status.SUPERSEDED) {
                assertThat(left.isNone()).as("superseded in all of it").isTrue();
            } else if (result.lights().get(light) == Reach.OK) {
                assertThat(Looks.shows(rig.look(light), left)).as(() -> light + " " + left + rig.account()).isTrue();
            } else if (!trouble.lamps().contains(light)) {
                assertThat(left.isNone()).as(() -> light + " was not told of " + left).isTrue();
            }
        }
    }

    /** What no later command for the same light has overwritten. */
    private static Change left(Change change, LightId light, List<Given> later) {
        var left = change;
        for (var each : later) {
            if (each.lights().contains(light) && each.order().command() instanceof Change newer) {
                left = left.without(newer);
            }
        }
        return left;
    }

    static void assertOnce(Rig rig, Trouble trouble, Action action, Result result) {
        var taken = rig.writes().stream().filter(request -> request.status() != 429).count();
        assertThat(taken).as(rig::account).isLessThanOrEqualTo(1);
        if (trouble.certain() && trouble.lamps().isEmpty()) {
            assertThat(result.status()).as(() -> result + rig.account()).isEqualTo(Status.APPLIED);
        }
        switch (action) {
            case Effect _ -> assertEffect(rig, result);
            case Action.Activate(var scene, _, _, _) -> assertScene(rig, trouble, scene, result);
            case Action.Clean _,Action.Cycle _ -> throw new IllegalStateException("no case for " + action);
        }
    }

    private static void assertEffect(Rig rig, Result result) {
        var starts = rig.looks.stream().flatMap(seen -> seen.look().running().stream()).distinct().count();
        assertThat(starts).isBetween(result.status() == Status.APPLIED ? 1L : 0L, 1L);
    }

    private static void assertScene(Rig rig, Trouble trouble, UUID id, Result result) {
        var scene = rig.household.scenes().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
        for (var part : scene.parts()) {
            if (result.lights().get(part.light()) == Reach.OK) {
                assertThat(rig.look(part.light()).power()).isEqualTo(part.power());
                assertThat(rig.look(part.light()).color().brightness()).isEqualTo(part.color().brightness());
            }
        }
        assertThat(unreached(result)).isSubsetOf(trouble.lamps());
    }

    private static Set<LightId> unreached(Result result) {
        return result.status() == Status.PARTLY
                ? Set.copyOf(result.lights().keySet().stream()
                        .filter(light -> result.lights().get(light) != Reach.OK).toList())
                : Set.of();
    }
}
