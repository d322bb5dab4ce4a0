package dev.lamplighter.app;

import static dev.lamplighter.app.Trouble.CANDLE;
import static dev.lamplighter.app.Trouble.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.control.Known;
import dev.lamplighter.control.Result.Status;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Selector;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.Hsbk;
import dev.lamplighter.simulator.Model;
import dev.lamplighter.simulator.SimulatedLight;
import dev.lamplighter.simulator.SimulatedLight.Look;
import dev.lamplighter.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is announced of lights is what they are, whoever changes them and however. */
@Timeout(60)
final class TruthTest {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final ControlSettings COMMANDS = new ControlSettings(Duration.ofSeconds(8), POLL);
    private static final SimulatorSettings.Limit AMPLE = new SimulatorSettings.Limit(100_000, Duration.ofSeconds(2));
    private static final LightId NEW = new LightId("d073d5009999");
    private static final Room BEDROOM = new Room("5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d", "Bedroom");
    private static final Room OFFICE = new Room("6f1d0e2b9c8a4f7d8e5b3a2c1d0e9f8a", "Office");

    @TempDir
    private Path folder;
    private final Closing closing = new Closing();

    @AfterEach
    void close() {
        closing.close();
    }

    private Rig rig() throws Exception {
        return rig(COMMANDS, settings -> settings);
    }

    private Rig rig(ControlSettings commands, UnaryOperator<SimulatorSettings> special) throws Exception {
        return closing.add(Rig.started(special.apply(Rig.settings(folder, AMPLE)), commands, Household.standard()));
    }

    @Test
    void light_renamed_obeysItsNewNameAlone() throws Exception {
        var rig = rig();
        rig.household.rename(DESK, "Reading Lamp");
        rig.require("the new name is told", () -> rig.heard.seen.stream().map(Known::light)
                .anyMatch(light -> light.id().equals(DESK) && light.label().equals("Reading Lamp")));
        assertStatus(rig.submit(new Selector.Label("Reading Lamp"), level(0.3)), Status.APPLIED);
        assertThat(rig.look(DESK).color().bright()).isBetween(0.299, 0.301);
        assertStatus(rig.submit(new Selector.Label("Desk Lamp"), level(0.9)), Status.REFUSED);
    }

    @Test
    void light_movedToAnotherGroup_obeysThatGroupAlone() throws Exception {
        var rig = rig();
        rig.household.move(DESK, BEDROOM);
        rig.require("the new group is told", () -> rig.heard.seen.stream().map(Known::light)
                .anyMatch(light -> light.id().equals(DESK) && light.group().filter(BEDROOM::equals).isPresent()));
        var bedroom = rig.submit(new Selector.Group("Bedroom"), level(0.3)).within(Rig.LONG);
        assertThat(bedroom.status()).isEqualTo(Status.APPLIED);
        assertThat(bedroom.lights()).hasSize(3).containsEntry(DESK, Reach.OK);
        assertStatus(rig.submit(new Selector.GroupId(OFFICE.id()), level(0.9)), Status.APPLIED);
        assertThat(rig.look(DESK).color().bright()).isBetween(0.299, 0.301);
    }

    @Test
    void light_added_isToldAndObeys() throws Exception {
        var rig = rig();
        rig.household.add(SimulatedLight.fresh(NEW, "Lantern", OFFICE, Model.COLOR));
        rig.require("the new light is told", () -> rig.heard.last(NEW).isPresent());
        assertStatus(rig.submit(new Selector.Label("Lantern"), level(0.3)), Status.APPLIED);
        rig.require("what it shows is told", rig::isTrue);
    }

    @Test
    void light_removed_isLostAndCommandsForItAreRefused() throws Exception {
        var rig = rig();
        rig.household.remove(DESK);
        rig.require("it is told that the light has left", () -> rig.heard.lost.contains(DESK));
        assertStatus(rig.submit(DESK, level(0.3)), Status.REFUSED);
        assertStatus(rig.submit(new Selector.All(), level(0.3)), Status.APPLIED);
        assertThat(rig.heard.lost).containsExactly(DESK);
    }

    @Test
    void twoLights_ofOneLabel_bothObeyIt() throws Exception {
        var rig = rig();
        rig.household.rename(CANDLE, "Desk Lamp");
        rig.require("the new name is told", () -> rig.heard.seen.stream().map(Known::light)
                .anyMatch(light -> light.id().equals(CANDLE) && light.label().equals("Desk Lamp")));
        var both = rig.submit(new Selector.Label("Desk Lamp"), level(0.3)).within(Rig.LONG);
        assertThat(both.lights()).containsOnlyKeys(DESK, CANDLE).containsEntry(DESK, Reach.OK)
                .containsEntry(CANDLE, Reach.OK);
        assertThat(rig.look(DESK).color().bright()).isBetween(0.299, 0.301);
        assertThat(rig.look(CANDLE).color().bright()).isBetween(0.299, 0.301);
    }

    @Test
    void connection_lostForABlink_isNotTold() throws Exception {
        var rig = rig();
        rig.household.disconnect(DESK, Instant.now());
        var read = rig.reads();
        rig.require("it was looked at a few times", () -> rig.reads() >= read + 4);
        rig.household.reconnect(DESK);
        rig.household.setByHand(DESK, dimmed(0.3));
        rig.require("what it shows is told again", rig::isTrue);
        assertThat(rig.heard.statesOf(DESK)).allMatch(Known::reachable);
    }

    @Test
    void connection_lostForLong_isToldUntilItIsBack() throws Exception {
        var rig = rig();
        rig.household.disconnect(DESK, Instant.now().minusSeconds(30));
        rig.require("it is told that the light is away",
                () -> rig.heard.last(DESK).filter(known -> !known.reachable()).isPresent());
        rig.household.reconnect(DESK);
        rig.require("it is told that the light is back",
                () -> rig.heard.last(DESK).filter(Known::reachable).isPresent());
        assertThat(rig.heard.statesOf(DESK)).extracting(Known::reachable).containsExactly(true, false, true);
    }

    @Test
    void light_setByHand_isSeen() throws Exception {
        var rig = rig();
        rig.household.setByHand(DESK, dimmed(0.11));
        rig.require("what it shows is told",
                () -> rig.heard.last(DESK).filter(known -> known.state().level().fraction() < 0.12).isPresent());
        assertThat(rig.heard.statesOf(DESK)).extracting(Known::source).containsOnly(Known.Source.OBSERVED);
    }

    @Test
    void prediction_thatDoesNotComeTrue_isWithdrawn() throws Exception {
        var rig = rig();
        // Somebody at the switch is quicker than any look.
        rig.household.onChange(change -> {
            if (change.after().look().color().bright() > 0.79) {
                rig.household.setByHand(DESK, dimmed(0.2));
            }
        });
        assertStatus(rig.submit(DESK, level(0.8)), Status.APPLIED);
        rig.require("the truth is told", rig::isTrue, Duration.ofSeconds(6));
        assertThat(rig.look(DESK).color().bright()).isLessThan(0.21);
        assertThat(rig.heard.statesOf(DESK)).filteredOn(known -> known.state().level().fraction() > 0.7)
                .extracting(Known::source).containsExactly(Known.Source.PREDICTED);
    }

    @Test
    void transition_lookedAtMeanwhile_isToldByItsEndAlone() throws Exception {
        var rig = rig(COMMANDS, SimulatorSettings::withTransitions);
        var read = rig.reads();
        assertStatus(rig.submit(DESK, level(1).over(Fade.ofSeconds(2))), Status.APPLIED);
        rig.require("its end is seen", () -> rig.heard.last(DESK)
                .filter(known -> known.source() == Known.Source.OBSERVED && known.state().level().equals(Level.FULL))
                .isPresent());
        assertThat(rig.reads()).as("looks meanwhile").isGreaterThan(read + 4);
        assertThat(rig.heard.statesOf(DESK))
                .extracting(known -> known.state().level().fraction() + " " + known.source())
                .containsExactly("0.5 OBSERVED", "1.0 PREDICTED", "1.0 OBSERVED");
    }

    @Test
    void limit_spentByAnotherClient_isNotOverstepped() throws Exception {
        var rig = rig(new ControlSettings(Rig.LONG, POLL),
                settings -> settings.withLimit(new SimulatorSettings.Limit(60, Duration.ofSeconds(6))));
        rig.cloud().spend(60 - (int) rig.cloud().log().counts().requests() - 12);
        rig.household.setByHand(CANDLE, dimmed(0.11));
        rig.require("a look after that has come back", rig::isTrue);
        for (var step = 1; step <= 15; step++) {
            assertStatus(rig.submit(DESK, level(step * 0.05)), Status.APPLIED);
        }
        assertThat(rig.cloud().log().counts().tooMany()).isZero();
    }

    private static Change level(double fraction) {
        return Change.to(new Level(fraction));
    }

    private static UnaryOperator<Look> dimmed(double to) {
        return look -> look.with(Hsbk.of(120, 1, to, 3500));
    }

    private static void assertStatus(Given given, Status status) throws Exception {
        assertThat(given.within(Rig.LONG)).extracting(result -> result.status()).isEqualTo(status);
    }
}
