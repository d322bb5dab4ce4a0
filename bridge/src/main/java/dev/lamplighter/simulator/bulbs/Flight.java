package dev.lamplighter.simulator.bulbs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How a datagram fares on its way: as it was, or under faults.
 *
 * @param arriving what arrives of it, and when, in that order; nothing where it is lost
 */
record Flight(List<Arriving> arriving) {
    private static final Duration RIGHT_BEHIND = Duration.ofMillis(1);

    /** @param after how long after it was sent */
    record Arriving(Payload datagram, Duration after) {}

    /** What a datagram is on its way to, and for how long nothing was before it. */
    record Course(boolean reply, Duration silence) {}

    static Flight of(byte[] datagram, Course course, List<BulbFault> faults, RandomGenerator random) {
        var flight = new Flight(List.of(new Arriving(new Payload(datagram), Duration.ZERO)));
        for (var fault : faults) {
            flight = flight.under(fault, course, random);
        }
        return flight;
    }

    private Flight under(BulbFault fault, Course course, RandomGenerator random) {
        return switch (fault) {
            case BulbFault.Loss(var probability) -> random.nextDouble() < probability ? new Flight(List.of()) : this;
            case BulbFault.Unplugged _ -> new Flight(List.of());
            case BulbFault.Delay(var least, var most) ->
                later(least.plusNanos((long) (most.minus(least).toNanos() * random.nextDouble())));
            case BulbFault.Reordering(var probability, var by) -> random.nextDouble() < probability ? later(by) : this;
            case BulbFault.Asleep(var idle, var late) ->
                !course.reply() && course.silence().compareTo(idle) >= 0 ? later(late) : this;
            case BulbFault.Duplication(var probability) -> random.nextDouble() < probability ? twice() : this;
            case BulbFault.Garbling(var probability) ->
                course.reply() && random.nextDouble() < probability ? garbled(random) : this;
            case BulbFault.Truncation(var probability) -> random.nextDouble() < probability ? cut(random) : this;
        };
    }

    private Flight later(Duration by) {
        return new Flight(arriving.stream().map(it -> new Arriving(it.datagram(), it.after().plus(by))).toList());
    }

    private Flight twice() {
        var both = new ArrayList<>(arriving);
        both.addAll(later(RIGHT_BEHIND).arriving());
        return new Flight(List.copyOf(both));
    }

    private Flight garbled(RandomGenerator random) {
        return new Flight(arriving.stream().map(it -> {
            var other = it.datagram().bytes().clone();
            for (var count = random.nextInt(1, 8); count > 0; count--) {
                other[random.nextInt(other.length)] = (byte) random.nextInt(256);
            }
            return new Arriving(new Payload(other), it.after());
        }).toList());
    }

    private Flight cut(RandomGenerator random) {
        return new Flight(arriving.stream().map(it -> new Arriving(
                new Payload(Arrays.copyOf(it.datagram().bytes(), random.nextInt(it.datagram().length()))), it.after()))
                .toList());
    }
}
