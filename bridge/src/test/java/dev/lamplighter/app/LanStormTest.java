package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Result.Status;
import dev.lamplighter.control.Via;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.bulbs.BulbFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The LAN alone, at its worst: a third of all datagrams lost, the others late, twice or out of order. */
@Timeout(180)
final class LanStormTest {
    private static final Duration IN_FORCE = Duration.ofSeconds(3);
    private static final int ROUNDS = 12;
    private static final int STEPS = 40;
    private static final long STEP_NANOS = 40_000_000;

    @TempDir
    private Path folder;
    private Duo duo;

    @BeforeEach
    void open() throws Exception {
        duo = Duo.open(Household.ofColorLights(8), folder, Via.LAN);
        var faults = duo.bulbs.faults();
        faults.add(new BulbFault.Loss(0.3));
        faults.add(new BulbFault.Delay(Duration.ZERO, Duration.ofMillis(200)));
        faults.add(new BulbFault.Reordering(0.1, Duration.ofMillis(100)));
        faults.add(new BulbFault.Duplication(0.2));
    }

    @AfterEach
    void close() {
        duo.close();
    }

    /** What is lost six times in a row, one of a thousand, may take a moment longer. */
    @Test
    void wishes_areInForceInTime() throws Exception {
        var late = new ArrayList<String>();
        for (var round = 1; round <= ROUNDS; round++) {
            var wish = Change.to(new Level(round / 100.0));
            var begun = System.nanoTime();
            lights().forEach(light -> duo.give(light, wish));
            duo.require("all show round " + round, () -> lights().stream().allMatch(it -> shows(it, wish)));
            var end = round;
            lights().forEach(light -> duo.shown.stream()
                    .filter(it -> it.light().equals(light) && Looks.shows(it.look(), wish)).findFirst()
                    .map(it -> Duration.ofNanos(it.nanos() - begun)).filter(it -> it.compareTo(IN_FORCE) > 0)
                    .ifPresent(it -> late.add(light + " in round " + end + " after " + it)));
        }
        assertThat(late).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void slider_neverShowsAnOlderValueAfterANewer() throws Exception {
        var begun = System.nanoTime();
        for (var step = 1; step <= STEPS; step++) {
            var wish = Change.to(new Level(0.5 + step / 100.0));
            lights().forEach(light -> duo.give(light, wish));
            awaitNext(begun + step * STEP_NANOS);
        }
        var last = Change.to(new Level(0.5 + STEPS / 100.0));
        duo.require("all show the last step", () -> lights().stream().allMatch(it -> shows(it, last)));
        duo.require("nothing is on its way any more", duo.bulbs::isQuiet);
        for (var light : lights()) {
            var levels = duo.shown.stream().filter(it -> it.light().equals(light))
                    .map(it -> it.look().color().brightness()).toList();
            assertThat(levels).as("%s", light).isSorted().hasSizeGreaterThan(1);
        }
    }

    @Test
    void toggles_happenOnce() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var given = lights().stream().map(light -> duo.give(light, new LightCommand.Toggle(Fade.NONE))).toList();
            for (var one : given) {
                assertThat(one.within(Duo.LONG).status()).isEqualTo(Status.APPLIED);
            }
        }
        for (var light : lights()) {
            var powers = duo.shown.stream().filter(it -> it.light().equals(light))
                    .map(it -> it.look().power()).toList();
            assertThat(powers).as("%s", light).hasSize(ROUNDS);
        }
    }

    /** A finger on a slider. */
    private static void awaitNext(long nanos) {
        for (var left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private boolean shows(LightId light, Change wish) {
        return Looks.shows(duo.look(light), wish);
    }

    private List<LightId> lights() {
        return duo.household.lights().stream().map(it -> it.id()).toList();
    }
}
