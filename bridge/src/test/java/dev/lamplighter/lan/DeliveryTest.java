package dev.lamplighter.lan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.lan.wire.Bare;
import dev.lamplighter.lan.wire.DeviceMessage.StateUnhandled;
import dev.lamplighter.lan.wire.Header;
import dev.lamplighter.lan.wire.LightMessage.LightState;
import dev.lamplighter.lan.wire.LightMessage.SetLightPower;
import dev.lamplighter.lan.wire.Hsbk;
import dev.lamplighter.lan.wire.Message;
import dev.lamplighter.lan.wire.Packet;
import dev.lamplighter.lan.wire.StripMessage.GetColorZones;
import dev.lamplighter.lan.wire.StripMessage.StateMultiZone;
import dev.lamplighter.light.LightId;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What leaves when, by a clock that is moved by hand. */
final class DeliveryTest {
    private static final LightId DESK = new LightId("d073d5001337");
    private static final long SOURCE = 4711;
    private static final Duration TRY = Duration.ofMillis(1_300);

    private record Due(Instant at, Runnable task) {}

    private record Sent(Instant at, Packet packet) {}

    private Instant now = Instant.parse("2026-11-28T12:00:00Z");
    private final Instant begun = now;
    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));
    private final List<Sent> sent = new ArrayList<>();
    private final Delivery delivery = new Delivery(SOURCE, packet -> sent.add(new Sent(now, packet)),
            (delay, task) -> due.add(new Due(now.plus(delay), task)), () -> now);

    private void pass(int millis) {
        var end = now.plusMillis(millis);
        while (!due.isEmpty() && !due.peek().at().isAfter(end)) {
            var next = due.remove();
            now = next.at();
            next.task().run();
        }
        now = end;
    }

    private CompletableFuture<Answer> tell(int level) {
        return delivery.send(DESK, Letter.telling(new SetLightPower(level, 0), "wish " + level, TRY));
    }

    private void hear(int copy, Message message) {
        var header = sent.get(copy).packet().header();
        delivery.received(new Packet(new Header(header.source(), DESK, false, false, header.sequence()), message));
    }

    private List<Long> times() {
        return sent.stream().map(it -> Duration.between(begun, it.at()).toMillis()).toList();
    }

    @Test
    void wish_leavesAtOnceAndAsksForAnAcknowledgement() {
        var answer = tell(65_535);
        assertThat(sent).singleElement().satisfies(it -> {
            assertThat(it.packet().header().source()).isEqualTo(SOURCE);
            assertThat(it.packet().header().target()).isEqualTo(DESK);
            assertThat(it.packet().message()).isEqualTo(new SetLightPower(65_535, 0));
        });
        hear(0, Bare.ACKNOWLEDGEMENT);
        assertThat(answer).isCompletedWithValueMatching(Answer.Said.class::isInstance);
        pass(5_000);
        assertThat(sent).hasSize(1);
    }

    @Test
    void wish_thatNobodyAnswers_leavesAgainMoreAndMore_untilItsTimeIsOver() {
        var answer = tell(65_535);
        pass(5_000);
        assertThat(times()).containsExactly(0L, 200L, 400L, 400L, 650L, 650L, 950L, 950L);
        assertThat(sent.stream().map(it -> it.packet().header().sequence()).distinct()).hasSize(sent.size());
        assertThat(answer).isCompletedWithValue(new Answer.Silent());
    }

    @Test
    void answer_toAnyCopy_isTheAnswer_andASecondOneIsNothing() {
        var answer = tell(65_535);
        pass(450);
        hear(1, Bare.ACKNOWLEDGEMENT);
        hear(0, Bare.ACKNOWLEDGEMENT);
        pass(5_000);
        assertThat(answer).isCompletedWithValueMatching(Answer.Said.class::isInstance);
        assertThat(sent).hasSize(4);
    }

    @Test
    void state_thatComesBesideTheAcknowledgement_isNoAnswer() {
        var answer = tell(65_535);
        hear(0, new LightState(new Hsbk(0, 0, 0, 3500), 0, "Desk"));
        assertThat(answer).isNotDone();
    }

    @Test
    void message_thatTheDeviceDoesNotKnow_isNotSentAgain() {
        var answer = tell(65_535);
        hear(0, new StateUnhandled(117));
        pass(5_000);
        assertThat(answer).isCompletedWithValue(new Answer.Unable());
        assertThat(sent).hasSize(1);
    }

    @Test
    void newerWish_afterAnAnswer_leavesAtOnce() {
        var _ = tell(65_535);
        now = now.plusMillis(9);
        hear(0, Bare.ACKNOWLEDGEMENT);
        var _ = tell(0);
        assertThat(times()).containsExactly(0L, 9L);
    }

    @Test
    void newerWish_whileTheOlderIsUnheard_waitsForWhatMayStillArrive_andEndsTheOlder() {
        var older = tell(65_535);
        pass(50);
        var _ = tell(0);
        assertThat(older).isCompletedWithValue(new Answer.Overtaken());
        pass(349);
        assertThat(sent).hasSize(1);
        pass(1);
        assertThat(sent).hasSize(2);
        assertThat(sent.getLast().packet().message()).isEqualTo(new SetLightPower(0, 0));
    }

    @Test
    void newerWish_leavesAsSoonAsTheOlderIsHeardOfAfterAll() {
        var _ = tell(65_535);
        pass(50);
        var _ = tell(0);
        pass(20);
        hear(0, Bare.ACKNOWLEDGEMENT);
        assertThat(times()).containsExactly(0L, 70L);
    }

    @Test
    void sameWishAgain_waitsForNothing() {
        var _ = tell(65_535);
        pass(1_301);
        var _ = tell(65_535);
        assertThat(Duration.between(begun, sent.getLast().at()).toMillis()).isEqualTo(1_301);
    }

    @Test
    void whatMustNotBeDoneTwice_leavesOnce() {
        var answer = delivery.send(DESK,
                Letter.telling(new SetLightPower(65_535, 0), "once", TRY).once());
        pass(5_000);
        assertThat(sent).hasSize(1);
        assertThat(answer).isCompletedWithValue(new Answer.Silent());
    }

    @Test
    void answers_toSomebodyElse_areNotOurs() {
        var answer = tell(65_535);
        var sequence = sent.getFirst().packet().header().sequence();
        assertThat(delivery.received(
                new Packet(new Header(SOURCE + 1, DESK, false, false, sequence), Bare.ACKNOWLEDGEMENT))).isFalse();
        assertThat(delivery.received(
                new Packet(new Header(SOURCE, DESK, false, false, sequence + 1), Bare.ACKNOWLEDGEMENT))).isFalse();
        assertThat(answer).isNotDone();
    }

    @Test
    void stage_ofMoreMessagesThanATryHasRoomFor_isGivenItsTime() {
        var strip = new Device(DESK, new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), now);
        var stage = IntStream.range(0, 80).<Message>mapToObj(level -> new SetLightPower(level, 0)).toList();
        var told = new Talk(delivery).tell(strip, List.of(stage), "eighty", true, TRY);
        for (var heard = 0; !told.isDone() && heard < stage.size();) {
            while (heard < sent.size()) {
                hear(heard++, Bare.ACKNOWLEDGEMENT);
            }
            pass(1);
        }
        assertThat(told).isCompletedWithValue(Reach.OK);
        assertThat(Duration.between(begun, now)).isGreaterThan(Duration.ofSeconds(3));
    }

    @Test
    void wishes_oneAfterTheOther_keepToTwentyASecond() {
        for (var wish = 0; wish < 60; wish++) {
            var _ = tell(wish);
            pass(5);
            hear(sent.size() - 1, Bare.ACKNOWLEDGEMENT);
        }
        pass(3_000);
        for (var first = 0; first + 20 < sent.size(); first++) {
            assertThat(Duration.between(sent.get(first).at(), sent.get(first + 20).at()))
                    .isGreaterThan(Duration.ofSeconds(1));
        }
        assertThat(sent.getLast().packet().message()).isEqualTo(new SetLightPower(59, 0));
    }

    @Test
    void laterPartOfAWish_doesNotLeaveAfterANewerWish() {
        var _ = tell(65_535);
        hear(0, Bare.ACKNOWLEDGEMENT);
        var newer = tell(0);
        var late = delivery.goOn(DESK, Letter.telling(new SetLightPower(1, 0), "wish 65535", TRY));
        assertThat(late).isCompletedWithValue(new Answer.Overtaken());
        assertThat(newer).isNotDone();
        assertThat(sent).hasSize(2);
    }

    @Test
    void severalAnswersToOneQuestion_areNoSignOfABadNetwork() {
        var _ = delivery.send(DESK, Letter.asking(new GetColorZones(0, 255), StateMultiZone.class, TRY)
                .until(some -> some.size() == 2));
        for (var first = 0; first < 16; first += 8) {
            pass(30);
            hear(0, new StateMultiZone(16, first, Collections.nCopies(8, new Hsbk(0, 0, first, 3500))));
        }
        var _ = tell(65_535);
        hear(1, Bare.ACKNOWLEDGEMENT);
        var _ = tell(0);
        assertThat(sent).hasSize(3);
    }

    @Test
    void whateverIsHeardMeanwhile_oneTimerWatchesWhatMayNotLeaveYet() {
        for (var question = 0; question < 13; question++) {
            var _ = delivery.send(DESK, Letter.asking(Bare.GET_COLOR, LightState.class, TRY));
        }
        var before = due.size();
        for (var answer = 0; answer < 50; answer++) {
            hear(0, new LightState(new Hsbk(0, 0, answer, 3500), 0, "Desk"));
        }
        assertThat(due).hasSize(before);
    }
}
