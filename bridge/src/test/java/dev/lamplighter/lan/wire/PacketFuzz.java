package dev.lamplighter.lan.wire;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * What the fuzzer of {@code bridge/src/it/fuzz} calls: whatever arrives is read or not, whatever lengths it speaks of, without taking more memory than
 * the biggest packet does, and what was read can be written and read again.
 */
public final class PacketFuzz {
    /** Several times what the biggest packet takes, and less than a length of two bytes could be made to take. */
    private static final long MOST_BYTES = 64 * 1024;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private PacketFuzz() {}

    /** Named as Jazzer wants it. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (taken(bytes) > MOST_BYTES) {
            // What is loaded the first time takes memory of its own.
            refuseMore(bytes.length, taken(bytes));
        }
        decoded(bytes).filter(packet -> !(packet.message() instanceof Message.Unknown)).ifPresent(PacketFuzz::check);
    }

    private static void refuseMore(int length, long taken) {
        if (taken > MOST_BYTES) {
            throw new IllegalStateException("a datagram of " + length + " bytes takes " + taken);
        }
    }

    private static long taken(byte[] bytes) {
        var before = THREADS.getCurrentThreadAllocatedBytes();
        var _ = decoded(bytes);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static Optional<Packet> decoded(byte[] bytes) {
        return Packet.decode(bytes, bytes.length);
    }

    private static void check(Packet packet) {
        var written = packet.encode();
        if (written.length > Packet.LONGEST || decoded(written).isEmpty()) {
            throw new IllegalStateException("what was read cannot be written: " + packet);
        }
    }
}
