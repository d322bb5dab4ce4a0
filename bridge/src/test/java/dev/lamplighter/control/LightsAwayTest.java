package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of lights that nobody can see. */
final class LightsAwayTest {
    private final Stage stage = new Stage(2);

    private long unreachable() {
        return stage.listener.take().stream().filter(line -> line.endsWith("unreachable")).count();
    }

    @Test
    void lights_whenNobodyHasSeenThemForTwoMinutes_areNotSaidToBeWithinReach() {
        stage.lit().way.failWith(FakeWay.unreachable());
        stage.pass(115);
        assertThat(unreachable()).isZero();
        stage.pass(30);
        assertThat(unreachable()).isEqualTo(2);
        stage.pass(300);
        assertThat(unreachable()).as("once is enough").isZero();
        stage.way.recover();
        stage.pass(5);
        assertThat(stage.listener.take()).contains("Light 1 ON OBSERVED", "Light 2 ON OBSERVED");
    }

    @Test
    void lights_seenInBetween_areWithinReachAllTheTime() {
        stage.lit();
        for (var time = 0; time < 5; time++) {
            stage.way.failWith(FakeWay.unreachable());
            stage.pass(90);
            stage.way.recover();
            stage.pass(15);
        }
        assertThat(unreachable()).isZero();
    }
}
