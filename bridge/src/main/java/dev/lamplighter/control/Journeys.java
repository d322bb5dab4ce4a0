package dev.lamplighter.control;

import dev.lamplighter.control.Way.Haste;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.LightId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes the calls and brings their outcomes home. Owned by the owner's thread, but for the calls themselves. */
final class Journeys {
    /** A request that has not answered by then holds up its lights no longer: what it carried may leave again, as it is absolute. */
    static final Duration OVERDUE = Duration.ofSeconds(3);
    /** The lights of something that is done once have to wait for its answer; so it is not waited for as long as for others. */
    private static final Duration LONGEST_ONCE = Duration.ofSeconds(5);
    private static final Duration SHORTEST_CALL = Duration.ofSeconds(1);

    private final Road road;
    private final Ledger ledger;
    private final Surroundings around;
    private final Arrivals arrivals;
    private final GateArrivals gateArrivals;
    private final Runnable moveOn;

    /** @param moveOn called whenever more may leave */
    Journeys(Road road, Ledger ledger, Surroundings around, Aftermath aftermath, Runnable moveOn) {
        this.road = road;
        this.ledger = ledger;
        this.around = around;
        this.arrivals = new Arrivals(aftermath, ledger, around);
        this.gateArrivals = new GateArrivals(aftermath, around.clock());
        this.moveOn = moveOn;
    }

    /** Together where requests are counted; else each by itself, so that a light that does not answer holds up no other. */
    void depart(List<Lane> lanes, Instant now) {
        var covering = new Covering(ledger.lights(road.via()));
        if (road.via().isCounted()) {
            depart(lanes, covering, now);
        } else {
            lanes.forEach(lane -> depart(List.of(lane), covering, now));
        }
    }

    private void depart(List<Lane> lanes, Covering covering, Instant now) {
        var load = new Load();
        lanes.forEach(lane -> load.add(lane, now));
        var parts = load.parts(covering);
        var haste = load.haste(ledger, road.via());
        var within = load.within(now);
        road.line().departs(now);
        around.timer().after(OVERDUE, () -> overdue(load));
        call(() -> road.way().apply(parts, haste, within), reply -> arrivals.arrive(load, haste, reply));
    }

    void depart(Gate gate, Instant now) {
        var left = Duration.between(now, gate.expires());
        var within = left.compareTo(SHORTEST_CALL) < 0
                ? SHORTEST_CALL
                : left.compareTo(LONGEST_ONCE) > 0 ? LONGEST_ONCE : left;
        gate.depart(now);
        road.line().departs(now);
        call(() -> road.way().perform(gate.meant(), gate.work().action(), within),
                reply -> gateArrivals.arrive(gate, reply));
    }

    private void overdue(Load load) {
        if (arrivals.overdue(load, around.clock().instant())) {
            moveOn.run();
        }
    }

    private void call(Supplier<Reply<Map<LightId, Reach>>> call, Consumer<Reply<Map<LightId, Reach>>> home) {
        Calls.make(around, call, reply -> {
            home.accept(reply);
            moveOn.run();
        });
    }
}
