package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Result.Status;
import dev.lamplighter.light.LightId;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** More is wished for than can leave. */
final class LightsFairnessTest {
    private static final int MANY = 60;

    @Test
    void moreDifferentWishesThanARequestTakes_goOnForAllLights() {
        var stage = new Stage(MANY).lit();
        for (var round = 1; round <= 400; round++) {
            for (var light = 1; light <= MANY; light++) {
                stage.give(light, Stage.level((round * MANY + light) / 30_000.0));
            }
            stage.pass(0.1);
        }
        stage.pass(40);
        assertThat(stage.results).hasSize(400 * MANY).extracting(Result::status)
                .containsOnly(Status.APPLIED, Status.SUPERSEDED);
        var requests = requestsByLight(stage);
        var least = requests.values().stream().mapToInt(it -> it).min().orElse(0);
        var most = requests.values().stream().mapToInt(it -> it).max().orElse(0);
        assertThat(requests).hasSize(MANY);
        assertThat(most).as("requests for one light, against %d for another", least).isLessThan(2 * least);
    }

    private static Map<LightId, Integer> requestsByLight(Stage stage) {
        var requests = new TreeMap<LightId, Integer>();
        stage.way.applied.forEach(parts -> parts.forEach(
                part -> part.lights().lights().forEach(light -> requests.merge(light, 1, Integer::sum))));
        return requests;
    }

    @Test
    void effectsOfSeveralLights_takeTurns() {
        var stage = new Stage(2).lit();
        for (var count = 0; count < 40; count++) {
            stage.give(1, Stage.pulse());
            stage.give(2, Stage.pulse());
        }
        stage.pass(25);
        var first = stage.way.performed.stream().filter(it -> it.lights().lights().contains(Samples.id(1))).count();
        assertThat(stage.way.performed.size() - 2 * first).isBetween(-2L, 2L);
        assertThat(stage.way.performed).hasSizeGreaterThan(40);
    }
}
