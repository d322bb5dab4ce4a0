package dev.lamplighter.lan.wire;

import dev.lamplighter.light.LightId;

/**
 * What stands before each message.
 *
 * @param source the client's number, which devices copy into their answers; 2 to 4294967295
 * @param target the device, or {@link #EVERY_DEVICE}
 * @param answer whether the new state is wanted
 * @param acknowledge whether the device is to say that it took the message
 * @param sequence 0 to 255, which devices copy
 */
public record Header(long source, LightId target, boolean answer, boolean acknowledge, int sequence) {
    public static final LightId EVERY_DEVICE = new LightId("000000000000");
    public static final int BYTES = 36;

    private static final int PROTOCOL = 1024;
    private static final int PROTOCOL_BITS = 0x0FFF;
    private static final int ADDRESSABLE = 0x1000;
    private static final int TAGGED = 0x2000;
    private static final int SERIAL_DIGITS = 12;
    private static final int ANSWER = 1;
    private static final int ACKNOWLEDGE = 2;

    public boolean isToEveryDevice() {
        return target.equals(EVERY_DEVICE);
    }

    void write(Output out, int size, int type) {
        out.u16(size).u16(PROTOCOL | ADDRESSABLE | (isToEveryDevice() ? TAGGED : 0)).u32(source)
                .hex(target.serial()).zeros(2 + 6).u8((answer ? ANSWER : 0) | (acknowledge ? ACKNOWLEDGE : 0))
                .u8(sequence).zeros(8).u16(type).zeros(2);
    }

    /** Reads what follows the size, up to the type; reserved bits and the origin say different things on different firmware. */
    static Header read(Input in) {
        in.skip(2);
        var source = in.u32();
        var target = new LightId(in.hex(SERIAL_DIGITS / 2));
        in.skip(2 + 6);
        var flags = in.u8();
        var header = new Header(source, target, (flags & ANSWER) != 0, (flags & ACKNOWLEDGE) != 0, in.u8());
        in.skip(8);
        return header;
    }

    static boolean isProtocol(int word) {
        return (word & PROTOCOL_BITS) == PROTOCOL;
    }
}
