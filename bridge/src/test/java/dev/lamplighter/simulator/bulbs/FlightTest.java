package dev.lamplighter.simulator.bulbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FlightTest {
    private static final byte[] DATAGRAM = new byte[40];
    private static final Flight.Course THERE = new Flight.Course(false, Duration.ofMinutes(1));
    private static final Flight.Course BACK = new Flight.Course(true, Duration.ZERO);
    private static final int MANY = 10_000;

    private final Random random = new Random(42);

    @Test
    void loss_losesThatShare() {
        assertThat(flights(THERE, new BulbFault.Loss(0.3)).stream().filter(it -> it.arriving().isEmpty()).count())
                .isBetween(2_800L, 3_200L);
    }

    @Test
    void unplugged_losesAll() {
        assertThat(flights(THERE, new BulbFault.Unplugged())).allMatch(it -> it.arriving().isEmpty());
        assertThat(flights(BACK, new BulbFault.Unplugged())).allMatch(it -> it.arriving().isEmpty());
    }

    @Test
    void delay_liesBetweenItsEnds() {
        var delays = flights(THERE, new BulbFault.Delay(Duration.ofMillis(50), Duration.ofMillis(200))).stream()
                .map(it -> it.arriving().getFirst().after().toMillis()).toList();
        assertThat(delays).allMatch(it -> it >= 50 && it < 200);
        assertThat(delays.stream().mapToLong(it -> it).average().orElseThrow()).isBetween(120.0, 130.0);
    }

    @Test
    void duplication_bringsItTwice_theSecondRightBehind() {
        var twice = flights(THERE, new BulbFault.Duplication(1),
                new BulbFault.Delay(Duration.ofMillis(50), Duration.ofMillis(200)));
        assertThat(twice).allSatisfy(it -> {
            assertThat(it.arriving()).hasSize(2);
            assertThat(it.arriving().getLast().after().minus(it.arriving().getFirst().after())).isEqualByComparingTo(
                    Duration.ofMillis(1));
        });
    }

    @Test
    void reordering_holdsSomeBack() {
        var held = flights(BACK, new BulbFault.Reordering(0.25, Duration.ofMillis(80))).stream()
                .filter(it -> it.arriving().getFirst().after().equals(Duration.ofMillis(80))).count();
        assertThat(held).isBetween(2_300L, 2_700L);
    }

    @Test
    void sleep_makesTheFirstAfterSilenceLate_andNoReply() {
        var sleep = new BulbFault.Asleep(Duration.ofSeconds(60), Duration.ofMillis(250));
        assertThat(one(THERE, sleep).arriving().getFirst().after()).isEqualTo(Duration.ofMillis(250));
        assertThat(one(new Flight.Course(false, Duration.ofSeconds(59)), sleep).arriving().getFirst().after())
                .isZero();
        assertThat(one(BACK, sleep).arriving().getFirst().after()).isZero();
    }

    @Test
    void garbling_changesRepliesOnly_andNeverTheirLength() {
        var garbling = new BulbFault.Garbling(1);
        assertThat(one(THERE, garbling).arriving().getFirst().datagram().bytes()).isEqualTo(DATAGRAM);
        assertThat(flights(BACK, garbling)).allMatch(it -> it.arriving().getFirst().datagram().length() == 40)
                .anyMatch(it -> !Arrays.equals(it.arriving().getFirst().datagram().bytes(), DATAGRAM));
        assertThat(DATAGRAM).containsOnly(0);
    }

    @Test
    void truncation_takesTheEnd() {
        assertThat(flights(THERE, new BulbFault.Truncation(1))).allMatch(
                it -> it.arriving().getFirst().datagram().length() < 40);
    }

    private List<Flight> flights(Flight.Course course, BulbFault... faults) {
        return IntStream.range(0, MANY).mapToObj(_ -> one(course, faults)).toList();
    }

    private Flight one(Flight.Course course, BulbFault... faults) {
        return Flight.of(DATAGRAM, course, List.of(faults), random);
    }
}
