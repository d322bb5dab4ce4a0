package dev.lamplighter.simulator;

import dev.lamplighter.light.LightId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults in force. Safe for many threads; a fault added or cleared holds from the next request on. */
public final class Faults {
    private record Armed(Fault fault, Fault.Scope scope) {}

    private final Object lock = new Object();
    private final List<Armed> armed = new ArrayList<>();

    /** Every request meets {@code fault} until it is cleared. */
    public void add(Fault fault) {
        add(fault, Fault.Scope.ALWAYS);
    }

    /** Faults that meet the same request work together; of two that each replace the reply the one added first wins. */
    public void add(Fault fault, Fault.Scope scope) {
        synchronized (lock) {
            armed.add(new Armed(fault, scope));
        }
    }

    public void clear(Fault fault) {
        synchronized (lock) {
            armed.removeIf(it -> it.fault().equals(fault));
        }
    }

    public void clear() {
        synchronized (lock) {
            armed.clear();
        }
    }

    /** The faults of a request itself, which count it. */
    List<Fault> ofRequest(boolean write) {
        return take(it -> it.scope().meets(write) && light(it.fault()).isEmpty());
    }

    /** The faults of a light that a request wants something of, which count it. */
    List<Fault> ofLight(LightId id, boolean write) {
        return take(it -> it.scope().meets(write) && light(it.fault()).filter(id::equals).isPresent());
    }

    private List<Fault> take(Predicate<Armed> which) {
        synchronized (lock) {
            var taken = armed.stream().filter(which).map(Armed::fault).toList();
            armed.replaceAll(it -> which.test(it) ? new Armed(it.fault(), it.scope().less()) : it);
            armed.removeIf(it -> it.scope().times() <= 0);
            return taken;
        }
    }

    private static Optional<LightId> light(Fault fault) {
        return switch (fault) {
            case Fault.OfLight ofLight -> Optional.of(ofLight.light());
            case Fault.OfRequest _ -> Optional.empty();
        };
    }
}
