package dev.lamplighter.control;

import dev.lamplighter.control.Verdict.End;
import dev.lamplighter.control.Way.Meant;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Effect;
import java.time.Instant;
import java.util.Map;

/**
 * Something done once by several lights together. It stands in all their lanes: nothing behind it passes it, and it leaves when it has come
 * to the front of each.
 */
record Gate(Meant meant, Work.Once work, Instant expires, Map<Lane, Tally.Slot> slots) {
    boolean isReady() {
        return slots.keySet().stream().allMatch(lane -> lane.isReadyFor(this));
    }

    void depart(Instant now) {
        slots.keySet().forEach(lane -> lane.pass(this, now));
    }

    /** Whether what its lights were told before may hold no longer after it. */
    boolean overrides() {
        return switch (work.action()) {
            case Effect.Breathe wave -> wave.persist();
            case Effect.Pulse wave -> wave.persist();
            case Effect.Off off -> off.powerOff();
            case Effect.Move _,Effect.Morph _,Effect.Flame _,Effect.Sky _,Action.Clean _ -> false;
            case Action.Cycle _,Action.Activate _ -> true;
        };
    }

    /** Back to the front, as it certainly had no effect. */
    void putBack() {
        slots.keySet().forEach(lane -> {
            lane.free(this);
            lane.queue().shut(this);
        });
    }

    void drop() {
        slots.keySet().forEach(lane -> lane.queue().open(this));
    }

    void end(End end, Instant now) {
        slots.values().forEach(slot -> slot.end(end, now));
    }

    // It is itself, whatever it holds: two equal wishes are two wishes.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
