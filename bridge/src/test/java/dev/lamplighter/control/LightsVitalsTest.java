package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LightsVitalsTest {
    private final Stage stage = new Stage(3);

    @Test
    void vitals_countWhatWaitsAndWhatIsUnderWay() {
        stage.started().holding = true;
        stage.give(1, Change.to(Power.ON));
        stage.give(1, Change.to(Power.OFF));
        stage.give(2, Stage.level(0.5));
        var vitals = vitals();
        assertThat(vitals.lights()).isEqualTo(3);
        assertThat(vitals.reachable()).isEqualTo(3);
        assertThat(vitals.waiting()).isEqualTo(2);
        assertThat(vitals.ways()).singleElement().extracting(Vitals.Fare::underWay).isEqualTo(1);
    }

    @Test
    void vitals_beforeTheLightsAreKnown_countWhatCannotBeDecided() {
        stage.holding = true;
        stage.lights.start();
        stage.give(new Selector.All(), Change.to(Power.ON));
        assertThat(vitals().undecided()).isEqualTo(1);
        assertThat(vitals().lights()).isZero();
    }

    @Test
    void vitals_tellTheBudgetAndTheTrouble() {
        var before = stage.started();
        var left = vitals().ways().getFirst().budget().orElseThrow().remaining();
        before.give(1, Change.to(Power.ON));
        assertThat(vitals().ways().getFirst().budget().orElseThrow().remaining()).isLessThan(left);
        assertThat(vitals().ways().getFirst().trouble()).isEmpty();
        stage.way.failWith(new Outcome.Unreachable<>("no answer"));
        stage.pass(11);
        assertThat(vitals().ways().getFirst().trouble()).contains("no answer");
    }

    @Test
    void vitals_withoutAnyWay_areThose() {
        var lights = new Lights(ControlSettings.DEFAULTS, List.of(), List.of(), stage.time.surroundings(1));
        var vitals = new ArrayList<Vitals>();
        lights.vitals(vitals::add);
        stage.time.settle();
        assertThat(vitals).containsExactly(new Vitals(0, 0, 0, 0, List.of()));
    }

    private Vitals vitals() {
        var vitals = new ArrayList<Vitals>();
        stage.lights.vitals(vitals::add);
        stage.time.settle();
        return vitals.getFirst();
    }
}
