package dev.lamplighter.lan.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads little-endian values one after the other. Whoever reads has made sure that so much is there. */
final class Input {
    private final ByteBuffer bytes;

    /** @param length of {@code bytes}, from the start */
    Input(byte[] bytes, int length) {
        this.bytes = ByteBuffer.wrap(bytes, 0, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    int left() {
        return bytes.remaining();
    }

    int u8() {
        return bytes.get() & 0xFF;
    }

    /** Whatever is not 0 is true. */
    boolean flag() {
        return bytes.get() != 0;
    }

    int u16() {
        return bytes.getShort() & 0xFFFF;
    }

    int i16() {
        return bytes.getShort();
    }

    long u32() {
        return bytes.getInt() & 0xFFFF_FFFFL;
    }

    /** Unsigned on the wire; what is beyond a long turns negative. */
    long u64() {
        return bytes.getLong();
    }

    float f32() {
        return bytes.getFloat();
    }

    /** {@code count} bytes in hex digits, two for each. */
    String hex(int count) {
        var some = new byte[count];
        bytes.get(some);
        return HexFormat.of().formatHex(some);
    }

    /** A text of at most 32 bytes, up to the first zero. */
    String label() {
        var some = new byte[Output.LABEL];
        bytes.get(some);
        var length = 0;
        while (length < some.length && some[length] != 0) {
            length++;
        }
        return new String(some, 0, length, StandardCharsets.UTF_8);
    }

    Input skip(int count) {
        bytes.position(bytes.position() + count);
        return this;
    }

    /** The first {@code count} of {@code room} colours that stand here; all of them where {@code count} is beyond. */
    List<Hsbk> colors(int room, int count) {
        var colors = new ArrayList<Hsbk>();
        for (var index = 0; index < Math.min(room, count); index++) {
            colors.add(Hsbk.read(this));
        }
        skip((room - colors.size()) * Hsbk.BYTES);
        return List.copyOf(colors);
    }
}
