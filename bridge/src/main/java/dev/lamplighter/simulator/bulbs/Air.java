package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.light.LightId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What lies between clients and bulbs: carries datagrams as the faults in force let them pass. Safe for many threads. */
final class Air implements AutoCloseable {
    private final BulbFaults faults;
    private final RandomGenerator random;
    private final ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("simulator-air").factory());

    Air(BulbFaults faults, RandomGenerator random) {
        this.faults = faults;
        this.random = random;
        later.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** What is not delayed is there when this returns. */
    void carry(LightId bulb, Flight.Course course, byte[] datagram, Consumer<byte[]> there) {
        var inForce = faults.of(bulb);
        if (inForce.isEmpty()) {
            there.accept(datagram);
            return;
        }
        for (var arriving : flight(datagram, course, inForce).arriving()) {
            if (arriving.after().equals(Duration.ZERO)) {
                there.accept(arriving.datagram().bytes());
            } else {
                var _ = later.schedule(() -> there.accept(arriving.datagram().bytes()), arriving.after().toNanos(),
                        TimeUnit.NANOSECONDS);
            }
        }
    }

    /** Whether nothing is on its way. */
    boolean isEmpty() {
        return later.getQueue().isEmpty() && later.getActiveCount() == 0;
    }

    private synchronized Flight flight(byte[] datagram, Flight.Course course, List<BulbFault> inForce) {
        return Flight.of(datagram, course, inForce, random);
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
