package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Result.Status;
import dev.lamplighter.control.Via;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.LightCommand.Step;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Selector;
import dev.lamplighter.light.Zones;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.bulbs.BulbFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** LAN and cloud beside each other, either of which may go at any moment. */
@Timeout(180)
final class BothWaysTest {
    private static final LightId DESK = WayContract.DESK;
    private static final LightId STRIP = WayContract.STRIP;
    private static final LightId PORCH = WayContract.PORCH;
    private static final LightId CANDLE = WayContract.CANDLE;
    private static final LightId MIRROR = WayContract.MIRROR;
    private static final Change RED = Change.to(Color.ofHue(0, 1)).with(Level.FULL);

    @TempDir
    private Path folder;
    private final Closing closing = new Closing();

    @AfterEach
    void close() {
        closing.close();
    }

    private Duo open(Household household) throws Exception {
        return closing.add(Duo.open(household, folder, Via.LAN, Via.CLOUD));
    }

    @ParameterizedTest
    @EnumSource
    void features_workByEitherWay_whileTheOtherIsUnplugged(Via left) throws Exception {
        var duo = open(Household.standard());
        unplug(duo, left == Via.LAN ? Via.CLOUD : Via.LAN);
        applied(duo, left, DESK, RED.with(Power.ON), () -> Looks.shows(duo.look(DESK), RED));
        applied(duo, left, DESK, Change.to(new Color.White(2700)), () -> duo.look(DESK).color().kelvin() == 2700);
        applied(duo, left, DESK, Step.by(Change.NONE, -0.25),
                () -> Looks.shows(duo.look(DESK), Change.to(new Level(0.75))));
        applied(duo, left, DESK, new LightCommand.Toggle(Fade.NONE), () -> duo.look(DESK).power() == Power.OFF);
        applied(duo, left, PORCH, Change.NONE.withInfrared(Level.FULL), () -> duo.look(PORCH).infrared() > 65_000);
        applied(duo, left, STRIP, new Perform(Change.NONE, new Effect.Move(false, 1, Optional.empty(), true)),
                () -> duo.look(STRIP).effect().equals("MOVE"));
        applied(duo, left, CANDLE, new Perform(Change.NONE, new Effect.Flame(5, Optional.empty(), true)),
                () -> duo.look(CANDLE).effect().equals("FLAME"));
        applied(duo, left, MIRROR, new Perform(Change.NONE, new Action.Clean(false, Optional.of(600))),
                () -> duo.household.light(MIRROR).course().cleaning().isPresent());
        applied(duo, left, DESK, new Perform(Change.NONE, new Effect.Pulse(RED, Change.NONE, 0.1, 2, false, true)),
                () -> duo.look(DESK).power() == Power.ON);
        var zones = duo.give(STRIP, Zones.of(0, 3), RED).within(Duo.LONG);
        assertThat(zones.status()).isEqualTo(Status.APPLIED);
        duo.require("four zones are red", () -> duo.look(STRIP).zones().stream().filter(
                zone -> zone.saturation() > 65_000).count() == 4);
        var all = duo.give(new Selector.All(), Change.to(Power.OFF),
                duo.household.lights().stream().map(it -> it.id()).toArray(LightId[]::new)).within(Duo.LONG);
        assertThat(all.status()).isEqualTo(Status.APPLIED);
        duo.require("all are off",
                () -> duo.household.lights().stream().allMatch(it -> it.look().power() == Power.OFF));
    }

    @ParameterizedTest
    @EnumSource
    void burst_inTheMiddleOfWhichAWayGoes_losesNoWish(Via gone) throws Exception {
        var duo = open(Household.standard());
        var lights = duo.household.lights().stream().map(it -> it.id()).toList();
        var ends = new TreeMap<LightId, Change>();
        var given = new ArrayList<Given>();
        for (var step = 1; step <= 60; step++) {
            if (step == 30) {
                unplug(duo, gone);
            }
            var light = lights.get(step % lights.size());
            var wish = Change.to(new Level(step / 60.0));
            given.add(duo.give(light, wish));
            ends.put(light, wish);
        }
        duo.require("each lamp shows its newest wish", () -> ends.entrySet().stream()
                .allMatch(end -> Looks.shows(duo.look(end.getKey()), end.getValue())));
        for (var one : given) {
            assertThat(one.within(Duo.LONG).status()).isIn(Status.APPLIED, Status.SUPERSEDED);
        }
    }

    @Test
    void light_seenByBoth_isOne_andOthersLiveBesideIt() throws Exception {
        var household = Household.standard();
        household.disown(PORCH);
        var duo = open(household);
        duo.bulbs.faults().add(new BulbFault.Unplugged(), CANDLE);
        duo.require("the candle is the cloud's, the porch the LAN's", () -> isBy(duo, CANDLE, Via.CLOUD)
                && isBy(duo, PORCH, Via.LAN) && isBy(duo, DESK, Via.LAN));
        assertThat(duo.heard.seen.stream().map(it -> it.light().id()).distinct()).hasSize(7);
        for (var light : List.of(DESK, PORCH, CANDLE)) {
            applied(duo, light.equals(CANDLE) ? Via.CLOUD : Via.LAN, light, RED,
                    () -> Looks.shows(duo.look(light), RED));
        }
    }

    private static boolean isBy(Duo duo, LightId light, Via via) {
        return duo.heard.last(light).filter(it -> it.reachable() && it.via() == via).isPresent();
    }

    private static void applied(Duo duo, Via by, LightId light, LightCommand command, BooleanSupplier shown)
            throws Exception {
        var result = duo.give(light, command).within(Duo.LONG);
        assertThat(result.status()).as("%s", command).isEqualTo(Status.APPLIED);
        assertThat(result.via()).as("%s", command).contains(by);
        duo.require(command.toString(), shown);
    }

    private static void unplug(Duo duo, Via via) {
        switch (via) {
            case LAN -> duo.unplugLan();
            case CLOUD -> duo.cloud.refuseConnections();
        }
    }
}
