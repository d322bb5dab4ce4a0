package dev.lamplighter.control;

import static dev.lamplighter.control.Stage.level;
import static dev.lamplighter.control.Tickets.NOW;
import static dev.lamplighter.control.Tickets.shares;
import static dev.lamplighter.control.Tickets.whole;
import static dev.lamplighter.control.Tickets.zones;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Result.Status;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Zones;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LaneTest {
    private static final Change WARM = Change.to(new White(2700));
    private static final Object TRIP = "one trip";
    private static final Object OTHER = "another trip";

    private final Tickets tickets = new Tickets();
    private final Lane lane = new Lane(Samples.id(1));

    private void add(Ticket ticket) {
        lane.add(ticket, NOW);
    }

    private static Instant at(int millis) {
        return NOW.plusMillis(millis);
    }

    @Test
    void take_ofDisjointZones_isOneRequest() {
        add(tickets.of(0, 3, level(0.1)));
        add(tickets.of(4, 7, level(0.2)));
        add(tickets.of(0, 3, WARM));
        var taken = lane.take(TRIP, NOW);
        assertThat(Lane.shares(taken)).isEqualTo(Map.of(Optional.of(Zones.of(0, 3)), level(0.1).then(WARM),
                Optional.of(Zones.of(4, 7)), level(0.2)));
        assertThat(lane.queue().isEmpty()).isTrue();
    }

    @Test
    void take_ofZonesThatMeet_isTwoRequestsInOrder() {
        add(tickets.of(0, 4, level(0.1)));
        add(tickets.of(4, 7, level(0.2)));
        add(tickets.of(WARM));
        assertThat(shares(lane.take(TRIP, NOW))).containsExactly(zones(0, 4, level(0.1)));
        lane.free(TRIP);
        assertThat(shares(lane.take(TRIP, NOW))).containsExactly(zones(4, 7, level(0.2)));
        lane.free(TRIP);
        assertThat(shares(lane.take(TRIP, NOW))).containsExactly(whole(WARM));
    }

    @Test
    void ready_whileSomethingIsUnderWay_isNever() {
        add(tickets.of(level(0.1)));
        assertThat(lane.ready(Duration.ofMillis(150))).isPresent();
        lane.take(TRIP, NOW);
        add(tickets.of(level(0.2)));
        assertThat(lane.ready(Duration.ofMillis(150))).isEmpty();
        assertThat(lane.free(OTHER)).isFalse();
        assertThat(lane.ready(Duration.ofMillis(150))).isEmpty();
        assertThat(lane.free(TRIP)).isTrue();
        assertThat(lane.free(TRIP)).isFalse();
        assertThat(lane.ready(Duration.ofMillis(150))).isPresent();
    }

    @Test
    void ready_afterARest_isWhenItIsOver() {
        add(tickets.of(level(0.1)));
        lane.rest(at(250));
        assertThat(lane.ready(Duration.ofMillis(150))).contains(at(250));
    }

    @Test
    void dragged_isFromTheThirdCloseRequestOnAndThenKeepsAFrame() {
        for (var millis : List.of(0, 300, 600)) {
            assertThat(lane.isDragged()).isFalse();
            add(tickets.of(level(millis / 1000.0)));
            lane.take(TRIP, at(millis));
            lane.free(TRIP);
        }
        assertThat(lane.isDragged()).isTrue();
        add(tickets.of(level(0.9)));
        assertThat(lane.ready(Duration.ofMillis(150))).contains(at(600).plus(Duration.ofMillis(150)));
        lane.take(TRIP, at(1_300));
        assertThat(lane.isDragged()).as("700 ms later").isFalse();
    }

    @Test
    void gate_isReadyOnceItIsInFrontOfAllItsLanes() {
        var other = new Lane(Samples.id(2));
        add(tickets.of(level(0.1)));
        other.add(tickets.of(level(0.2)), NOW);
        var gate = tickets.gate(lane, other);
        lane.add(gate);
        other.add(gate);
        assertThat(gate.isReady()).isFalse();
        lane.take(TRIP, NOW);
        lane.free(TRIP);
        assertThat(gate.isReady()).isFalse();
        other.take(TRIP, NOW);
        assertThat(gate.isReady()).as("the other's request is still under way").isFalse();
        other.free(TRIP);
        assertThat(gate.isReady()).isTrue();
    }

    @Test
    void gate_underWay_keepsWhatIsBehindItUntilItIsAnswered() {
        var gate = tickets.gate(lane);
        lane.add(gate);
        add(tickets.of(level(0.1)));
        gate.depart(NOW);
        assertThat(lane.ready(Duration.ofMillis(150))).isEmpty();
        gate.putBack();
        assertThat(lane.ready(Duration.ofMillis(150))).isEmpty();
        assertThat(gate.isReady()).isTrue();
        gate.depart(NOW);
        lane.free(gate);
        assertThat(lane.ready(Duration.ofMillis(150))).isPresent();
    }

    @Test
    void gate_thatIsDropped_letsAllItsLanesGoOn() {
        var other = new Lane(Samples.id(2));
        var gate = tickets.gate(lane, other);
        lane.add(gate);
        other.add(gate);
        add(tickets.of(level(0.1)));
        other.add(tickets.of(level(0.2)), NOW);
        gate.drop();
        assertThat(lane.ready(Duration.ofMillis(150))).isPresent();
        assertThat(other.ready(Duration.ofMillis(150))).isPresent();
    }

    @Test
    void gates_thatStandInSeveralLanesInTheSameOrder_neverWaitForEachOther() {
        var other = new Lane(Samples.id(2));
        var first = tickets.gate(lane, other);
        var second = tickets.gate(other, lane);
        List.of(first, second).forEach(gate -> gate.slots().keySet().forEach(it -> it.add(gate)));
        assertThat(first.isReady()).isTrue();
        assertThat(second.isReady()).isFalse();
        first.depart(NOW);
        first.slots().keySet().forEach(it -> it.free(first));
        assertThat(second.isReady()).isTrue();
    }

    @Test
    void full_isALaneWithAHundred() {
        for (var count = 0; count < 100; count++) {
            assertThat(lane.isFull()).isFalse();
            lane.add(tickets.gate(lane));
        }
        assertThat(lane.isFull()).isTrue();
    }

    @Test
    void sentInHaste_isKeptUntilALookCouldSeeIt() {
        add(tickets.of(level(0.1)));
        var taken = lane.take(TRIP, NOW);
        lane.free(TRIP);
        lane.sentInHaste(taken, at(100), at(500));
        assertThat(lane.isIdle()).isTrue();
        assertThat(lane.isEmpty()).isFalse();
        assertThat(lane.takeUnconfirmed(at(499))).isEmpty();
        assertThat(shares(lane.takeUnconfirmed(at(500)))).containsExactly(whole(level(0.1)));
        assertThat(lane.isEmpty()).isTrue();
    }

    @Test
    void sentInHaste_whileSomethingNewerIsUnderWay_isNotJudged() {
        add(tickets.of(level(0.1)));
        var taken = lane.take(TRIP, NOW);
        lane.free(TRIP);
        lane.sentInHaste(taken, NOW, NOW);
        add(tickets.of(WARM));
        assertThat(lane.takeUnconfirmed(at(1_000))).isEmpty();
        lane.take(TRIP, at(200));
        assertThat(lane.takeUnconfirmed(at(1_000))).isEmpty();
        lane.free(TRIP);
        assertThat(lane.takeUnconfirmed(at(1_000))).hasSize(1);
    }

    @Test
    void sentInHaste_isSupersededByWhatCameWhileItWasUnderWayOrComesLater() {
        add(tickets.of(level(0.1)));
        var taken = lane.take(TRIP, NOW);
        add(tickets.of(level(0.2)));
        lane.free(TRIP);
        lane.sentInHaste(taken, at(100), at(100));
        assertThat(tickets.ends).containsExactly(Status.SUPERSEDED);
        taken = lane.take(OTHER, at(200));
        lane.free(OTHER);
        lane.sentInHaste(taken, at(300), at(300));
        add(tickets.of(level(0.3)));
        assertThat(tickets.ends).containsExactly(Status.SUPERSEDED, Status.SUPERSEDED);
        assertThat(shares(lane.queue().front())).containsExactly(whole(level(0.3)));
    }

    @Test
    void sentInHaste_beforeAWishOfOtherZones_isSentAgainFirst() {
        add(tickets.of(level(0.1)));
        var taken = lane.take(TRIP, NOW);
        lane.free(TRIP);
        lane.sentInHaste(taken, NOW, NOW);
        add(tickets.of(0, 3, level(0.2)));
        assertThat(shares(lane.queue().front())).containsExactly(whole(level(0.1)), zones(0, 3, level(0.2)));
        assertThat(lane.queue().front().getFirst().attempts()).isEqualTo(1);
    }

    @Test
    void sentInHaste_thatIsTooOld_isTakenOutOnce() {
        add(tickets.of(level(0.1)));
        var taken = lane.take(TRIP, NOW);
        lane.free(TRIP);
        lane.sentInHaste(taken, NOW, NOW);
        assertThat(lane.expireUnconfirmed(Tickets.LATER.minus(Duration.ofNanos(1)))).isEmpty();
        assertThat(lane.expireUnconfirmed(Tickets.LATER)).hasSize(1);
        assertThat(lane.expireUnconfirmed(Tickets.LATER)).isEmpty();
    }
}
