package dev.lamplighter.lan.wire;

/** What the fuzzer of {@code bridge/src/it/fuzz} calls: whatever arrives is read or not, and what was read can be written and read again. */
public final class PacketFuzz {
    private PacketFuzz() {}

    /** Named as Jazzer wants it. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Packet.decode(bytes, bytes.length).filter(packet -> !(packet.message() instanceof Message.Unknown))
                .ifPresent(PacketFuzz::check);
    }

    private static void check(Packet packet) {
        var written = packet.encode();
        if (written.length > Packet.LONGEST || Packet.decode(written, written.length).isEmpty()) {
            throw new IllegalStateException("what was read cannot be written: " + packet);
        }
    }
}
