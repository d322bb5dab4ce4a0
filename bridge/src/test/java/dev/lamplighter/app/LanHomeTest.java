package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.Result.Status;
import dev.lamplighter.control.Via;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.SimulatedLight;
import dev.lamplighter.simulator.bulbs.BulbFault;
import dev.lamplighter.simulator.bulbs.BulbSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Homes on the LAN alone, and what happens to bulbs in them. */
@Timeout(120)
final class LanHomeTest {
    private static final LightId DESK = WayContract.DESK;
    private static final Change RED = Change.to(Color.ofHue(0, 1)).with(Level.FULL);
    private static final long FRAME_NANOS = 20_000_000;
    /** What a bulb takes. */
    private static final int MOST_A_SECOND = 20;

    @TempDir
    private Path folder;
    private final Closing closing = new Closing();

    @AfterEach
    void close() {
        closing.close();
    }

    private Duo open(Household household) throws Exception {
        return closing.add(Duo.open(household, folder, Via.LAN));
    }

    private static void isApplied(Duo duo, LightId light, Change change) throws Exception {
        assertThat(duo.give(light, change).within(Duo.LONG).status()).isEqualTo(Status.APPLIED);
        duo.require("it shows " + change, () -> Looks.shows(duo.look(light), change));
    }

    @Test
    void bulb_thatIsGivenAnotherAddress_isToldThere() throws Exception {
        var duo = open(Household.standard());
        var before = duo.bulbs.address(DESK);
        duo.bulbs.move(DESK);
        assertThat(duo.bulbs.address(DESK)).isNotEqualTo(before);
        isApplied(duo, DESK, RED);
    }

    @Test
    void bulb_thatIsPluggedInLater_isFound() throws Exception {
        var duo = open(Household.standard());
        var late = Household.ofColorLights(1).lights().getFirst();
        duo.household.add(late);
        duo.bulbs.plugIn(late);
        duo.require("it is known", () -> duo.heard.last(late.id()).filter(Known::reachable).isPresent());
        isApplied(duo, late.id(), RED);
    }

    @Test
    void bulb_thatIsOutForAMoment_isNotSaidToBeOut() throws Exception {
        var duo = open(Household.standard());
        var unplugged = new BulbFault.Unplugged();
        duo.bulbs.faults().add(unplugged, DESK);
        duo.bulbs.log().clear();
        duo.require("others were looked at since, twice", () -> duo.bulbs.log().count() > 40);
        duo.bulbs.faults().clear(DESK);
        isApplied(duo, DESK, RED);
        assertThat(duo.heard.statesOf(DESK)).allSatisfy(known -> assertThat(known.reachable()).isTrue());
    }

    @Test
    void bulb_whoseWifiSleeps_isToldAllTheSame() throws Exception {
        var duo = open(Household.standard());
        duo.bulbs.faults().add(new BulbFault.Asleep(Duration.ofMillis(500), Duration.ofMillis(250)));
        isApplied(duo, DESK, RED);
    }

    @Test
    void replies_garbledAndCutShort_areNoneAtAll() throws Exception {
        var duo = open(Household.standard());
        duo.bulbs.faults().add(new BulbFault.Garbling(0.3));
        duo.bulbs.faults().add(new BulbFault.Truncation(0.2));
        for (var step = 1; step <= 10; step++) {
            isApplied(duo, DESK, Change.to(new Level(step / 10.0)));
        }
        assertThat(duo.heard.seen.stream().map(it -> it.light().id()).distinct()).hasSize(7);
    }

    @Test
    void drag_ofASlider_keepsToWhatABulbTakes() throws Exception {
        var duo = open(Household.standard());
        duo.bulbs.log().clear();
        for (var step = 1; step <= 150; step++) {
            var _ = duo.give(DESK, Change.to(new Level(step / 150.0)));
            LockSupport.parkNanos(FRAME_NANOS);
        }
        duo.require("the last step is shown", () -> Looks.shows(duo.look(DESK), Change.to(Level.FULL)));
        var times = duo.bulbs.log().all().stream().filter(it -> it.light().equals(DESK)).mapToLong(it -> it.nanos())
                .toArray();
        for (var first = 0; first + MOST_A_SECOND < times.length; first++) {
            assertThat(times[first + MOST_A_SECOND] - times[first]).isGreaterThan(1_000_000_000L);
        }
        assertThat(duo.shown.stream().filter(it -> it.light().equals(DESK))).hasSizeGreaterThan(30);
    }

    @Test
    void everyShapeThereIs_isShownAsItIs_andSwitched() throws Exception {
        var duo = open(Household.ofAllShapes());
        for (var light : duo.household.lights()) {
            duo.require(light.label() + " is known", () -> duo.heard.last(light.id()).isPresent());
            var known = duo.heard.last(light.id()).orElseThrow();
            assertThat(known.light().product()).isEqualTo(light.model().product());
            assertThat(known.light().label()).isEqualTo(light.label());
            isSwitched(duo, light, Power.OFF);
            isSwitched(duo, light, Power.ON);
        }
    }

    private static void isSwitched(Duo duo, SimulatedLight light, Power power) throws Exception {
        assertThat(duo.give(light.id(), Change.to(power)).within(Duo.LONG).status()).as(light.label())
                .isEqualTo(Status.APPLIED);
        duo.require(light.label() + " is " + power,
                () -> light.model().relays()
                        ? duo.bulbs.relays(light.id()).stream().allMatch(on -> on == (power == Power.ON))
                        : duo.look(light.id()).power() == power);
    }

    @Test
    void bulbs_thatNoBroadcastReaches_areFoundByTheirAddresses() throws Exception {
        var duo = closing.add(Duo.open(Household.standard(), folder,
                BulbSettings.STANDARD.by(BulbSettings.Reach.PORTS), Via.LAN));
        isApplied(duo, DESK, RED);
    }
}
