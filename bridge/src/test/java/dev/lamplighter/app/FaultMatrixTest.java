package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.control.Result.Status;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.LightId;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every fault there is, in the midst of everything that can go on. The cases mostly wait, so many of them do so at the same time. */
@Timeout(180)
final class FaultMatrixTest {
    private static final int AT_ONCE = 40;
    private static final Duration TROUBLE = Duration.ofSeconds(1);
    private static final Duration CONVERGED = Duration.ofSeconds(5);
    private static final ControlSettings COMMANDS = new ControlSettings(Duration.ofSeconds(8), Duration.ofMillis(500));
    private static final Duration ENDED = COMMANDS.timeToLive().plusSeconds(1);
    /** LIFX's own number, but soon over. */
    private static final SimulatorSettings.Limit LIMIT = new SimulatorSettings.Limit(120, Duration.ofSeconds(2));

    @TempDir
    private static Path folder;
    private static ExecutorService cases;

    @BeforeAll
    static void openCases() throws Exception {
        // The first one makes the authority that all others then share.
        Rig.started(Rig.settings(folder, LIMIT), COMMANDS, Household.standard()).close();
        cases = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
    }

    @AfterAll
    static void closeCases() {
        cases.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> trouble_whenItIsOver_hasLeftEveryCommandWithATrueResultAndEveryLightAsWishedLast() {
        return Stream.of(Deed.values())
                .flatMap(deed -> Trouble.all().stream().map(trouble -> running(trouble, deed))).toList().stream();
    }

    private static DynamicTest running(Trouble trouble, Deed deed) {
        var done = cases.submit(() -> {
            run(trouble, deed);
            return true;
        });
        return dynamicTest(deed + ": " + trouble,
                () -> assertThat(done).as(deed + ": " + trouble).succeedsWithin(Duration.ofMinutes(2)));
    }

    private static void run(Trouble trouble, Deed deed) throws Exception {
        try (var rig = Rig.started(Rig.settings(folder, LIMIT), COMMANDS, Household.standard())) {
            trouble.begin().on(rig);
            var given = deed.on(rig);
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(TROUBLE.toMillis(),
                    TimeUnit.MILLISECONDS)).join();
            trouble.end().on(rig);
            rig.require("all is as wished last, and known to be", () -> rig.isTrue() && isAsWished(rig, trouble, given),
                    CONVERGED);
            for (var each : given) {
                assertEnd(rig, trouble, each, given);
            }
            rig.require("what is known is still true", rig::isTrue);
            assertThat(rig.heard.lost).isEmpty();
        }
    }

    private static boolean isAsWished(Rig rig, Trouble trouble, List<Given> given) {
        return wishes(given).entrySet().stream().filter(wish -> !trouble.lamps().contains(wish.getKey()))
                .allMatch(wish -> Looks.shows(rig.look(wish.getKey()), wish.getValue()));
    }

    private static Map<LightId, Change> wishes(List<Given> given) {
        var wishes = new HashMap<LightId, Change>();
        given.forEach(each -> {
            if (each.order().command() instanceof Change change) {
                each.lights().forEach(light -> wishes.merge(light, change, Change::then));
            }
        });
        return wishes;
    }

    private static void assertEnd(Rig rig, Trouble trouble, Given one, List<Given> given) throws Exception {
        var result = one.within(ENDED);
        assertThat(result.took()).isLessThan(ENDED);
        assertThat(one.ends()).hasValue(1);
        rig.require("its end is announced", () -> rig.heard.done.contains(one.order()));
        assertThat(rig.heard.done.stream().filter(one.order()::equals)).hasSize(1);
        switch (one.order().command()) {
            case Change change -> ResultTruth.assertChange(rig, trouble, change, one, given);
            case Perform perform -> ResultTruth.assertOnce(rig, trouble, perform.action(), result);
            default -> throw new IllegalStateException("no case for " + one);
        }
        if (trouble.lamps().isEmpty()) {
            assertThat(result.status()).isNotIn(Status.EXPIRED, Status.REFUSED, Status.PARTLY);
        }
    }
}
