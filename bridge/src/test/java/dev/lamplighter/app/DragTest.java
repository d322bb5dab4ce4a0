package dev.lamplighter.app;

import static dev.lamplighter.app.Trouble.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.control.Result.Status;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.simulator.Exchange;
import dev.lamplighter.simulator.Fault;
import dev.lamplighter.simulator.Fault.Scope;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A finger on a slider: the steps in between may leave in haste, the last one has to be certain. */
@Timeout(60)
final class DragTest {
    private static final int STEPS = 40;
    private static final Duration APART = Duration.ofMillis(50);
    private static final ControlSettings COMMANDS = new ControlSettings(Duration.ofSeconds(8), Duration.ofMillis(200));

    @TempDir
    private Path folder;
    private Rig rig;

    @BeforeEach
    void start() throws Exception {
        var ample = new SimulatorSettings.Limit(100_000, Duration.ofSeconds(2));
        rig = Rig.started(Rig.settings(folder, ample).withDelay(Duration.ofMillis(60)), COMMANDS, Household.standard());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void drag_ended_hasTheLastStepInForceAndSeen() throws Exception {
        var given = drag(0, STEPS);
        assertEnds(given);
        var last = hasty().getLast();
        assertThat(rig.cloud().log().all()).as("a look after the last hasty request")
                .anyMatch(request -> !request.isWrite() && request.number() > last.number());
        assertThat(hasty().size()).isGreaterThan(5);
    }

    @Test
    void drag_whoseLastStepsAreLost_isMadeCertainWithoutHaste() throws Exception {
        var given = new ArrayList<>(drag(0, STEPS / 2));
        rig.cloud().faults().add(new Fault.TimedOut(DESK, false), Scope.ALWAYS.writes());
        given.addAll(drag(STEPS / 2, STEPS));
        rig.cloud().log().awaitRequest(request -> isHasty(request) && request.body().contains(text(STEPS - 1)),
                Rig.LONG);
        rig.cloud().faults().clear();
        assertEnds(given);
        assertThat(rig.writes().getLast()).matches(request -> !isHasty(request))
                .matches(request -> request.body().contains(text(STEPS - 1)));
    }

    private void assertEnds(List<Given> given) throws Exception {
        assertThat(given.getLast().within(Rig.LONG).status()).isEqualTo(Status.APPLIED);
        for (var each : given) {
            assertThat(each.within(Rig.LONG).status()).isIn(Status.APPLIED, Status.SUPERSEDED);
            assertThat(each.ends()).hasValue(1);
        }
        assertThat(Looks.shows(rig.look(DESK), Change.to(level(STEPS - 1)))).isTrue();
        rig.require("that is told", rig::isTrue);
    }

    /** Each step at its time, whatever the others do. */
    private List<Given> drag(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(step -> CompletableFuture.supplyAsync(() -> rig.submit(DESK, Change.to(level(step))),
                        CompletableFuture.delayedExecutor(APART.multipliedBy(step - from).toMillis(),
                                TimeUnit.MILLISECONDS)))
                .toList().stream().map(CompletableFuture::join).toList();
    }

    private List<Exchange> hasty() {
        return rig.writes().stream().filter(DragTest::isHasty).toList();
    }

    private static boolean isHasty(Exchange request) {
        return request.body().contains("\"fast\":true");
    }

    private static Level level(int step) {
        return new Level((step + 10) / 100.0);
    }

    private static String text(int step) {
        return "\"brightness\":" + level(step).fraction();
    }
}
