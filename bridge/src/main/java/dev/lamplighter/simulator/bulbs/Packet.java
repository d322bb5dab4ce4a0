package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.light.LightId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A datagram from a client, read.
 *
 * @param source the client's own number, 0 to 4294967295, which comes back in replies
 * @param target empty for whoever gets it
 * @param stateWanted whether a state is wanted in reply even to what sets something
 * @param sequence 0 to 255, which comes back in replies
 * @param number of the message's type
 */
public record Packet(long source, Optional<LightId> target, boolean tagged, boolean stateWanted, boolean ackWanted,
        int sequence, int number, Payload payload) {
    private static final int HEADER = 36;
    private static final int PROTOCOL = 1024;
    private static final int ADDRESSABLE = 0x1000;
    private static final int TAGGED = 0x2000;
    private static final String NOBODY = "000000000000";

    /** Empty for a message that this protocol has not. */
    public Optional<Type> type() {
        return Type.of(number);
    }

    boolean is(Type type) {
        return number == type.number();
    }

    /** Empty for what is no message, and for one that is too short for its type, both of which a bulb leaves unanswered. */
    static Optional<Packet> read(byte[] datagram) {
        var header = new Payload(datagram);
        if (datagram.length < HEADER || header.u16(0) < HEADER || header.u16(0) > datagram.length
                || (header.u16(2) & 0x0FFF) != PROTOCOL) {
            return Optional.empty();
        }
        var target = header.hex(8, 6);
        var flags = header.u8(22);
        var packet = new Packet(header.u32(4),
                target.equals(NOBODY) ? Optional.empty() : Optional.of(new LightId(target)),
                (header.u16(2) & TAGGED) != 0, (flags & 1) != 0, (flags & 2) != 0, header.u8(23), header.u16(32),
                new Payload(Arrays.copyOfRange(datagram, HEADER, header.u16(0))));
        return Optional.of(packet)
                .filter(it -> it.type().map(Type::length).orElse(0) <= it.payload().length());
    }

    /** The datagram in which {@code from} replies to this one. */
    byte[] reply(LightId from, Message message) {
        var body = message.payload().bytes();
        var datagram = Arrays.copyOf(new byte[0], HEADER + body.length);
        new Payload(datagram).u16(0, datagram.length).u16(2, PROTOCOL | ADDRESSABLE).u32(4, source)
                .hex(8, from.serial()).hex(16, HexFormat.of().formatHex("LIFXV2".getBytes(StandardCharsets.US_ASCII)))
                .u8(22, 1).u8(23, sequence).u16(32, message.type().number());
        System.arraycopy(body, 0, datagram, HEADER, body.length);
        return datagram;
    }
}
