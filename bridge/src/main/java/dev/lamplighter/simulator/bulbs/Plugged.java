package dev.lamplighter.simulator.bulbs;

import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A bulb at its address: takes datagrams from the air, and sends replies back through it. */
final class Plugged implements AutoCloseable {
    private static final Flight.Course BACK = new Flight.Course(true, Duration.ZERO);

    private final Bulb bulb;
    private final Outlet outlet;
    private final Air air;
    private final BulbLog log;
    private final InstantSource clock;
    private Instant last;

    Plugged(Bulb bulb, Outlet outlet, Air air, BulbLog log, InstantSource clock) {
        this.bulb = bulb;
        this.outlet = outlet;
        this.air = air;
        this.log = log;
        this.clock = clock;
        this.last = clock.instant();
        outlet.listen("bulb-" + bulb.id(), this::received);
    }

    Bulb bulb() {
        return bulb;
    }

    Outlet outlet() {
        return outlet;
    }

    /** Also called with what was broadcast. */
    void received(byte[] datagram, SocketAddress from) {
        air.carry(bulb.id(), new Flight.Course(false, silence()), datagram, there -> Packet.read(there)
                .ifPresent(packet -> hear(packet, from)));
    }

    private void hear(Packet packet, SocketAddress from) {
        var nanos = System.nanoTime();
        bulb.hear(packet, outlet.address().getPort()).ifPresent(answers -> {
            log.add(new Arrival(bulb.id(), clock.instant(), nanos, packet));
            answers.forEach(answer -> air.carry(bulb.id(), BACK, packet.reply(bulb.id(), answer),
                    there -> outlet.send(there, from)));
        });
    }

    private synchronized Duration silence() {
        var now = clock.instant();
        var silence = Duration.between(last, now);
        last = now;
        return silence;
    }

    @Override
    public void close() {
        outlet.close();
    }
}
