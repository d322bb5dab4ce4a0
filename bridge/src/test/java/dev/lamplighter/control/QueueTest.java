package dev.lamplighter.control;

import static dev.lamplighter.control.Stage.level;
import static dev.lamplighter.control.Tickets.NOW;
import static dev.lamplighter.control.Tickets.shares;
import static dev.lamplighter.control.Tickets.whole;
import static dev.lamplighter.control.Tickets.zones;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Result.Status;
import dev.lamplighter.control.Verdict.End;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Power;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QueueTest {
    private static final Change WARM = Change.to(new White(2700));
    private static final Change ON = Change.to(Power.ON);

    private final Tickets tickets = new Tickets();
    private final Queue queue = new Queue();
    private final Lane lane = new Lane(Samples.id(1));

    private void add(Ticket ticket) {
        queue.add(ticket, NOW);
    }

    @Test
    void wish_ofTheSameField_takesTheOldOnesPlace() {
        add(tickets.of(level(0.1)));
        add(tickets.of(level(0.2)));
        assertThat(shares(queue.front())).containsExactly(whole(level(0.2)));
        assertThat(tickets.ends).containsExactly(Status.SUPERSEDED);
    }

    @Test
    void wish_ofOneFieldOfTwo_leavesTheOther() {
        add(tickets.of(WARM.with(Power.ON)));
        add(tickets.of(Change.to(new White(6500))));
        assertThat(shares(queue.front())).containsExactly(whole(ON), whole(Change.to(new White(6500))));
        assertThat(tickets.ends).isEmpty();
    }

    @Test
    void wish_ofTheWhole_coversZones() {
        add(tickets.of(0, 3, level(0.1)));
        add(tickets.of(level(0.2)));
        assertThat(shares(queue.front())).containsExactly(whole(level(0.2)));
        assertThat(tickets.ends).containsExactly(Status.SUPERSEDED);
    }

    @Test
    void wish_ofZones_doesNotCoverTheWhole() {
        add(tickets.of(level(0.1)));
        add(tickets.of(0, 3, level(0.2)));
        assertThat(shares(queue.front())).containsExactly(whole(level(0.1)), zones(0, 3, level(0.2)));
        assertThat(tickets.ends).isEmpty();
    }

    @Test
    void wish_ofZones_coversFewerAndNotOthers() {
        add(tickets.of(1, 2, level(0.1)));
        add(tickets.of(2, 6, level(0.2)));
        add(tickets.of(0, 3, level(0.3)));
        assertThat(shares(queue.front())).containsExactly(zones(2, 6, level(0.2)), zones(0, 3, level(0.3)));
        assertThat(tickets.ends).containsExactly(Status.SUPERSEDED);
    }

    @Test
    void wish_behindAGate_coversNothingBeforeIt() {
        add(tickets.of(level(0.1)));
        queue.add(tickets.gate(lane));
        add(tickets.of(level(0.2)));
        add(tickets.of(level(0.3)));
        assertThat(shares(queue.front())).containsExactly(whole(level(0.1)));
        assertThat(tickets.ends).containsExactly(Status.SUPERSEDED);
        assertThat(queue.size()).isEqualTo(3);
    }

    @Test
    void gate_isNextOnceNothingIsBeforeIt() {
        var gate = tickets.gate(lane);
        var second = tickets.gate(lane);
        add(tickets.of(level(0.1)));
        queue.add(gate);
        queue.add(second);
        assertThat(queue.gate()).isEmpty();
        queue.front().clear();
        assertThat(queue.gate()).contains(gate);
        queue.open(gate);
        assertThat(queue.gate()).contains(second);
    }

    @Test
    void open_ofAGateInTheMiddle_movesUpWhatStoodBehindInOrder() {
        var gate = tickets.gate(lane);
        var other = tickets.gate(lane);
        add(tickets.of(level(0.1)));
        queue.add(gate);
        add(tickets.of(WARM));
        queue.add(other);
        add(tickets.of(level(0.3)));
        queue.open(gate);
        assertThat(shares(queue.front())).containsExactly(whole(level(0.1)), whole(WARM));
        assertThat(queue.gates()).containsExactly(other);
        queue.open(other);
        assertThat(shares(queue.front())).containsExactly(whole(level(0.1)), whole(WARM), whole(level(0.3)));
        assertThat(Lane.shares(queue.front()).values()).containsExactly(WARM.with(level(0.3).level().orElseThrow()));
    }

    @Test
    void shut_setsTheGateBeforeWhatCameSince() {
        var gate = tickets.gate(lane);
        var behind = tickets.gate(lane);
        add(tickets.of(level(0.1)));
        queue.add(behind);
        add(tickets.of(level(0.2)));
        queue.shut(gate);
        assertThat(queue.front()).isEmpty();
        assertThat(queue.gates()).containsExactly(gate, behind);
        queue.open(gate);
        assertThat(shares(queue.front())).containsExactly(whole(level(0.1)));
    }

    @Test
    void putBack_goesBeforeWhatCameSinceAndOnlyWithWhatThatLeaves() {
        add(tickets.of(level(0.9)));
        queue.putBack(List.of(tickets.of(ON), tickets.of(WARM.with(level(0.1).level().orElseThrow()))), NOW);
        assertThat(shares(queue.front())).containsExactly(whole(ON), whole(WARM), whole(level(0.9)));
        assertThat(tickets.ends).isEmpty();
    }

    @Test
    void putBack_ofWhatIsOverwrittenBySinceAndOfWhatHasEnded_isNothing() {
        var ended = tickets.of(ON);
        ended.slot().end(new End.Refused("it was refused"), NOW);
        add(tickets.of(level(0.9)));
        queue.putBack(List.of(ended, tickets.of(level(0.1))), NOW);
        assertThat(shares(queue.front())).containsExactly(whole(level(0.9)));
        assertThat(tickets.ends).containsExactly(Status.REFUSED, Status.SUPERSEDED);
    }

    @Test
    void putBack_isNotOverwrittenByWhatStandsBehindAGate() {
        queue.add(tickets.gate(lane));
        add(tickets.of(level(0.9)));
        queue.putBack(List.of(tickets.of(level(0.1))), NOW);
        assertThat(shares(queue.front())).containsExactly(whole(level(0.1)));
    }

    @Test
    void expire_takesOutWhatIsTooOldWhereverItStands() {
        add(tickets.of(level(0.1), NOW.plusSeconds(1)));
        add(tickets.of(WARM));
        queue.add(tickets.gate(lane));
        add(tickets.of(level(0.2), NOW.plusSeconds(2)));
        assertThat(shares(queue.expire(NOW))).isEmpty();
        assertThat(shares(queue.expire(NOW.plusSeconds(2)))).containsExactly(whole(level(0.1)), whole(level(0.2)));
        assertThat(shares(queue.front())).containsExactly(whole(WARM));
        assertThat(queue.size()).isEqualTo(2);
    }

    @Test
    void purge_takesOutWhatHasItsAnswer() {
        var ended = tickets.of(ON);
        add(ended);
        add(tickets.of(WARM));
        ended.slot().end(new End.Refused("it was refused"), NOW);
        queue.purge();
        assertThat(shares(queue.front())).containsExactly(whole(WARM));
    }
}
