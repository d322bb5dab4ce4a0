package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.simulator.Hsbk;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What a message carries, read and written by offset as the protocol's tables give it. Whole numbers are unsigned. */
public final class Payload {
    /** Bytes of a colour. */
    static final int COLOR = 8;

    private final ByteBuffer bytes;

    Payload(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    public int length() {
        return bytes.capacity();
    }

    public int u8(int at) {
        return Byte.toUnsignedInt(bytes.get(at));
    }

    public int u16(int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    public long u32(int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }

    /** Above the half of its range it comes as a negative number. */
    public long u64(int at) {
        return bytes.getLong(at);
    }

    public float f32(int at) {
        return bytes.getFloat(at);
    }

    public boolean flag(int at) {
        return u8(at) != 0;
    }

    /** A temperature that no light has comes to the nearer end of what there is. */
    public Hsbk color(int at) {
        return new Hsbk(u16(at), u16(at + 2), u16(at + 4), Math.clamp(u16(at + 6), Hsbk.WARMEST, Hsbk.COLDEST));
    }

    /** UTF-8 up to the first zero. */
    public String text(int at, int size) {
        var end = at;
        while (end < at + size && bytes.get(end) != 0) {
            end++;
        }
        return new String(bytes.array(), at, end - at, StandardCharsets.UTF_8);
    }

    public String hex(int at, int size) {
        return HexFormat.of().formatHex(bytes.array(), at, at + size);
    }

    byte[] bytes() {
        return bytes.array();
    }

    Payload u8(int at, int value) {
        bytes.put(at, (byte) value);
        return this;
    }

    Payload u16(int at, int value) {
        bytes.putShort(at, (short) value);
        return this;
    }

    Payload u32(int at, long value) {
        bytes.putInt(at, (int) value);
        return this;
    }

    Payload u64(int at, long value) {
        bytes.putLong(at, value);
        return this;
    }

    Payload f32(int at, float value) {
        bytes.putFloat(at, value);
        return this;
    }

    Payload flag(int at, boolean value) {
        return u8(at, value ? 1 : 0);
    }

    Payload color(int at, Hsbk color) {
        return u16(at, color.hue()).u16(at + 2, color.saturation()).u16(at + 4, color.brightness()).u16(at + 6,
                color.kelvin());
    }

    /** As much of it as fits, cut where a character begins. */
    Payload text(int at, int size, String text) {
        var whole = text.getBytes(StandardCharsets.UTF_8);
        var end = Math.min(size, whole.length);
        while (end < whole.length && end > 0 && (whole[end] & 0xC0) == 0x80) {
            end--;
        }
        bytes.put(at, whole, 0, end);
        return this;
    }

    Payload hex(int at, String digits) {
        bytes.put(at, HexFormat.of().parseHex(digits));
        return this;
    }
}
