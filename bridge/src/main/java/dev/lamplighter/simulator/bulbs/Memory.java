package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.simulator.Hsbk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a bulb keeps to itself, since the cloud does not show it. For the one thread that has the bulb's lock. */
final class Memory {
    private static final int RELAYS = 2;

    /** Colours of zones that were sent to be applied later. */
    final Map<Integer, Hsbk> waiting = new TreeMap<>();
    /** Pictures of a matrix that are not shown, by the number of their buffer. */
    final Map<Integer, List<Hsbk>> hidden = new HashMap<>();
    final List<Boolean> relays = new ArrayList<>();
    final Instant start;
    Duration cleaning = Duration.ofHours(2);
    boolean indication;
    boolean lastPower;
    Optional<Instant> cleanedUntil = Optional.empty();
    boolean interrupted;
    long effect;
    float userX;
    float userY;
    Instant roomsSince = Instant.parse("2024-03-02T18:41:07Z");

    Memory(Instant start) {
        this.start = start;
        for (var relay = 0; relay < RELAYS; relay++) {
            relays.add(false);
        }
    }
}
