package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Known.Source;
import dev.lamplighter.control.Ledger.Course;
import dev.lamplighter.control.Plan.Share;
import dev.lamplighter.control.Way.Sighting;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Zones;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LedgerTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Change ON = Change.to(Power.ON);

    private final Ledger ledger = new Ledger(List.of(Via.LAN, Via.CLOUD));

    private static Instant at(double seconds) {
        return NOW.plusMillis(Math.round(seconds * 1000));
    }

    private void look(double seconds, Sighting... sightings) {
        ledger.observe(List.of(sightings), Via.CLOUD, at(seconds));
    }

    private static Sighting shows(LightState state) {
        return new Sighting(Samples.light(1), state, true, Duration.ZERO);
    }

    private static Sighting gone(double unseen) {
        return new Sighting(Samples.light(1), Samples.OFF, false, Duration.ofMillis(Math.round(unseen * 1000)));
    }

    private Known known() {
        return ledger.known(Samples.id(1)).orElseThrow();
    }

    private void expectOn() {
        ledger.expect(Samples.id(1), state -> state.after(ON));
    }

    @Test
    void light_thatIsAway_wasSeenWhenTheFarSideSawItLast() {
        look(0, shows(Samples.OFF));
        look(100, gone(60));
        assertThat(known().observedAt()).isEqualTo(at(40));
        look(110, shows(Samples.OFF));
        assertThat(known().observedAt()).isEqualTo(at(110));
    }

    @Test
    void connection_goneForLessThanABlink_isNotTold() {
        look(0, shows(Samples.OFF));
        look(5, gone(5));
        look(15, gone(15));
        assertThat(known().reachable()).isTrue();
        look(19, shows(Samples.OFF));
        look(24, gone(1));
        look(38, gone(14));
        assertThat(known().reachable()).as("it has been there in between").isTrue();
    }

    @Test
    void connection_goneForLonger_isToldAndComesBackAtOnce() {
        look(0, shows(Samples.OFF));
        look(10, gone(3));
        look(20, gone(13));
        assertThat(known().reachable()).isFalse();
        look(21, gone(1));
        assertThat(known().reachable()).as("a far side that heard of it a moment ago, and has lost it again").isFalse();
        look(30, shows(Samples.OFF));
        assertThat(known().reachable()).isTrue();
    }

    @Test
    void connection_thatTheFarSideHasNotHeardOfForLong_isToldAtOnce() {
        look(0, shows(Samples.OFF));
        look(5, gone(20));
        assertThat(known().reachable()).isFalse();
    }

    @Test
    void connection_goneWhenFirstSeen_isToldAtOnce() {
        look(0, gone(1));
        assertThat(known().reachable()).isFalse();
    }

    @Test
    void connection_saidToBeGoneByACommand_isToldAtOnceUntilItIsSeenToBeThere() {
        look(0, shows(Samples.OFF));
        ledger.unreachable(Samples.id(1), Via.CLOUD);
        assertThat(known().reachable()).isFalse();
        look(1, gone(1));
        assertThat(known().reachable()).isFalse();
        look(2, shows(Samples.OFF));
        assertThat(known().reachable()).isTrue();
    }

    @Test
    void light_missingFromOneLook_isNotLost() {
        look(0, shows(Samples.OFF), Samples.off(2));
        assertThat(ledger.observe(List.of(Samples.off(2)), Via.CLOUD, at(5))).isEmpty();
        assertThat(ledger.isMissingAny(Via.CLOUD)).isTrue();
        assertThat(known().reachable()).isTrue();
        look(10, shows(Samples.OFF), Samples.off(2));
        assertThat(ledger.isMissingAny(Via.CLOUD)).isFalse();
        assertThat(ledger.observe(List.of(Samples.off(2)), Via.CLOUD, at(15))).isEmpty();
        assertThat(ledger.observe(List.of(Samples.off(2)), Via.CLOUD, at(20))).containsExactly(Samples.id(1));
        assertThat(ledger.known(Samples.id(1))).isEmpty();
        assertThat(ledger.isMissingAny(Via.CLOUD)).isFalse();
    }

    @Test
    void light_ofAnotherWay_isNotMissed() {
        look(0, shows(Samples.OFF));
        for (var look = 0; look < 5; look++) {
            ledger.observe(List.of(), Via.LAN, at(look));
        }
        assertThat(ledger.known(Samples.id(1))).isPresent();
    }

    @Test
    void light_renamed_isKnownByItsNewName() {
        look(0, shows(Samples.OFF));
        var renamed = new Light(Samples.id(1), "Desk", Optional.empty(), Optional.empty(), Samples.COLOR);
        look(5, new Sighting(renamed, Samples.OFF, true, Duration.ZERO));
        assertThat(known().light()).isEqualTo(renamed);
    }

    @Test
    void expectation_untilItIsTold_holdsAgainstAnyLook() {
        look(0, shows(Samples.OFF));
        expectOn();
        look(1, shows(Samples.OFF));
        look(3_600, shows(Samples.OFF.after(ON)));
        assertThat(known()).extracting(Known::source, it -> it.state().power()).containsExactly(Source.PREDICTED,
                Power.ON);
    }

    @Test
    void expectation_seenToBeTrue_isObservedThen() {
        look(0, shows(Samples.OFF));
        ledger.expect(Samples.id(1), state -> state.after(ON.with(new Level(0.5))));
        ledger.settle(Samples.id(1), Course.WILD, at(1), at(4));
        look(0.9, shows(Samples.OFF.after(ON)));
        assertThat(known().source()).as("a look that began before it was told").isEqualTo(Source.PREDICTED);
        look(1.5, shows(Samples.OFF.after(ON.with(new Level(0.49999237)))));
        assertThat(known().source()).isEqualTo(Source.OBSERVED);
        assertThat(known().state().level().fraction()).isEqualTo(0.49999237);
    }

    @Test
    void expectation_thatDoesNotComeTrue_holdsForItsTimeOnly() {
        look(0, shows(Samples.OFF));
        expectOn();
        ledger.settle(Samples.id(1), Course.WILD, at(1), at(4));
        assertThat(ledger.due(Via.CLOUD)).contains(at(4));
        look(3.9, shows(Samples.OFF));
        assertThat(known().source()).isEqualTo(Source.PREDICTED);
        look(4, shows(Samples.OFF));
        assertThat(known()).extracting(Known::source, it -> it.state().power()).containsExactly(Source.OBSERVED,
                Power.OFF);
        assertThat(ledger.due(Via.CLOUD)).isEmpty();
    }

    /** A light that is on at 20 % is told to be at 80 % an hour later. */
    private void expectSlowRise() {
        look(0, shows(lit(0.2)));
        ledger.expect(Samples.id(1), state -> state.after(Change.to(new Level(0.8))));
        ledger.settle(Samples.id(1), Course.STRAIGHT, at(1), at(3_604));
    }

    private static LightState lit(double level) {
        return Samples.OFF.after(ON.with(new Level(level)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.18, 0.5, 0.79})
    void transition_seenOnItsWay_isToldByItsEndAlone(double level) {
        expectSlowRise();
        look(600, shows(lit(level)));
        assertThat(known()).extracting(Known::source, it -> it.state().level().fraction())
                .containsExactly(Source.PREDICTED, 0.8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.9})
    void transition_whoseLightIsSeenToDoOtherwise_isNotBelievedAnyMore(double level) {
        expectSlowRise();
        look(3, shows(lit(level)));
        assertThat(known().source()).as("it may be behind").isEqualTo(Source.PREDICTED);
        look(10, shows(lit(level)));
        assertThat(known()).extracting(Known::source, it -> it.state().level().fraction())
                .containsExactly(Source.OBSERVED, level);
    }

    @Test
    void transition_ofALightThatComesOn_mayRiseFromNothing() {
        look(0, shows(Samples.OFF));
        ledger.expect(Samples.id(1), state -> state.after(ON.with(new Level(0.8))));
        ledger.settle(Samples.id(1), Course.STRAIGHT, at(1), at(3_604));
        look(60, shows(lit(0.01)));
        assertThat(known().source()).isEqualTo(Source.PREDICTED);
        look(70, shows(Samples.OFF));
        assertThat(known()).as("somebody has put it out").extracting(Known::source, it -> it.state().power())
                .containsExactly(Source.OBSERVED, Power.OFF);
    }

    @Test
    void wave_mayShowAnythingButNoDarkness() {
        look(0, shows(lit(0.2)));
        ledger.expect(Samples.id(1), state -> state);
        ledger.settle(Samples.id(1), Course.WILD, at(1), at(604));
        look(100, shows(lit(0.9)));
        assertThat(known().state()).isEqualTo(lit(0.2));
        look(110, shows(Samples.OFF));
        assertThat(known().state().power()).isEqualTo(Power.OFF);
    }

    @Test
    void expectation_uponAnother_isOfBoth() {
        look(0, shows(Samples.OFF));
        expectOn();
        ledger.expect(Samples.id(1), state -> state.after(Change.to(new Level(0.9))));
        assertThat(known().state()).isEqualTo(Samples.OFF.after(ON.with(new Level(0.9))));
        ledger.withdraw(Samples.id(1));
        assertThat(known().state()).isEqualTo(Samples.OFF);
    }

    @Test
    void limit_ofAnExpectationWithoutOne_isTheTimeToSettle() {
        look(0, shows(Samples.OFF));
        expectOn();
        ledger.limit(Samples.id(1), at(10));
        assertThat(ledger.due(Via.CLOUD)).contains(at(10).plus(Ledger.SETTLING));
        ledger.limit(Samples.id(1), at(11));
        assertThat(ledger.due(Via.CLOUD)).as("one that has a limit keeps it").contains(at(10).plus(Ledger.SETTLING));
    }

    @Test
    void expectation_ofZones_isComparedWithZones() {
        var strip = Samples.strip(1, 8);
        look(0, strip);
        var share = new Share(Change.to(new Level(0.9)), Optional.of(Zones.of(2, 3)));
        ledger.expect(Samples.id(1), state -> Ledger.after(state, share));
        ledger.settle(Samples.id(1), Course.WILD, at(1), at(4));
        look(2, strip);
        assertThat(known().source()).isEqualTo(Source.PREDICTED);
        assertThat(ledger.shows(Samples.id(1), share, Via.CLOUD)).isFalse();
        look(3, shows(Ledger.after(strip.state(), share)));
        assertThat(known().source()).isEqualTo(Source.OBSERVED);
        assertThat(ledger.shows(Samples.id(1), share, Via.CLOUD)).isTrue();
    }

    @Test
    void expectation_ofARunningEffect_isComparedByItsName() {
        look(0, shows(Samples.OFF));
        ledger.expect(Samples.id(1), state -> state.after(ON).withEffect(Optional.of("flame")));
        ledger.settle(Samples.id(1), Course.WILD, at(1), at(4));
        look(2, shows(Samples.OFF.after(ON)));
        assertThat(known().source()).isEqualTo(Source.PREDICTED);
        look(3, shows(Samples.OFF.after(ON.with(new Level(0.123))).withEffect(Optional.of("flame"))));
        assertThat(known().source()).isEqualTo(Source.OBSERVED);
    }

    @Test
    void lit_isWhatIsOnAndWithinReach() {
        assertThat(ledger.isLit(Samples.id(1))).isFalse();
        look(0, shows(Samples.OFF));
        assertThat(ledger.isLit(Samples.id(1))).isFalse();
        expectOn();
        assertThat(ledger.isLit(Samples.id(1))).isTrue();
        ledger.unreachable(Samples.id(1), Via.CLOUD);
        assertThat(ledger.isLit(Samples.id(1))).isFalse();
    }

    @Test
    void unknownLight_isNotExpectedAnythingOf() {
        Stream.<Runnable>of(this::expectOn, () -> ledger.settle(Samples.id(1), Course.WILD, at(1), at(2)),
                () -> ledger.withdraw(Samples.id(1)), () -> ledger.unreachable(Samples.id(1), Via.CLOUD),
                () -> ledger.limit(Samples.id(1), at(1))).forEach(Runnable::run);
        assertThat(ledger.all()).isEmpty();
        assertThat(ledger.shows(Samples.id(1), Share.ofAll(ON), Via.CLOUD)).isFalse();
    }
}
