package dev.lamplighter.lan.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Writes little-endian values one after the other. */
final class Output {
    static final int LABEL = 32;

    private final ByteBuffer bytes;

    Output(int length) {
        bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws IllegalStateException when a message is not as long as its layout says */
    byte[] done() {
        if (bytes.hasRemaining()) {
            throw new IllegalStateException(bytes.remaining() + " bytes of a message were not written");
        }
        return bytes.array();
    }

    Output u8(int value) {
        bytes.put((byte) value);
        return this;
    }

    Output flag(boolean value) {
        return u8(value ? 1 : 0);
    }

    Output u16(int value) {
        bytes.putShort((short) value);
        return this;
    }

    Output u32(long value) {
        bytes.putInt((int) value);
        return this;
    }

    Output u64(long value) {
        bytes.putLong(value);
        return this;
    }

    Output f32(float value) {
        bytes.putFloat(value);
        return this;
    }

    Output hex(String digits) {
        bytes.put(HexFormat.of().parseHex(digits));
        return this;
    }

    /** Cut to 32 bytes where it is longer, between two characters. */
    Output label(String text) {
        var end = text.length();
        while (text.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LABEL) {
            end = text.offsetByCodePoints(end, -1);
        }
        var some = text.substring(0, end).getBytes(StandardCharsets.UTF_8);
        bytes.put(some);
        return zeros(LABEL - some.length);
    }

    Output zeros(int count) {
        bytes.put(new byte[count]);
        return this;
    }

    Output color(Hsbk color) {
        color.write(this);
        return this;
    }

    /** {@code room} colours, of which those beyond {@code colors} are zero. */
    Output colors(List<Hsbk> colors, int room) {
        colors.forEach(this::color);
        return zeros((room - colors.size()) * Hsbk.BYTES);
    }
}
