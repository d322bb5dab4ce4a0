package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.light.LightId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults in force. Safe for many threads; one added or cleared holds from the next datagram on. */
public final class BulbFaults {
    private record Armed(BulbFault fault, Optional<LightId> light) {
        boolean meets(LightId id) {
            return light.isEmpty() || light.get().equals(id);
        }
    }

    private final List<Armed> armed = new CopyOnWriteArrayList<>();

    /** For every bulb. Several faults work together. */
    public void add(BulbFault fault) {
        armed.add(new Armed(fault, Optional.empty()));
    }

    public void add(BulbFault fault, LightId light) {
        armed.add(new Armed(fault, Optional.of(light)));
    }

    /** For whomever it is. */
    public void clear(BulbFault fault) {
        armed.removeIf(it -> it.fault().equals(fault));
    }

    public void clear(LightId light) {
        armed.removeIf(it -> it.light().equals(Optional.of(light)));
    }

    public void clear() {
        armed.clear();
    }

    List<BulbFault> of(LightId light) {
        return armed.stream().filter(it -> it.meets(light)).map(Armed::fault).toList();
    }
}
