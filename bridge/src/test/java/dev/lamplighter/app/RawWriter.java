package dev.lamplighter.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Bytes one after the other. */
final class RawWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private interface Write {
        void run() throws IOException;
    }

    private RawWriter write(Write write) {
        try {
            write.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    RawWriter octet(int value) {
        return write(() -> out.write(value));
    }

    RawWriter number16(int value) {
        return write(() -> out.writeShort(value));
    }

    RawWriter number32(int value) {
        return write(() -> out.writeInt(value));
    }

    RawWriter raw(byte[] value) {
        return write(() -> out.write(value));
    }

    RawWriter data(byte[] value) {
        return number16(value.length).raw(value);
    }

    RawWriter text(String value) {
        return data(value.getBytes(UTF_8));
    }

    /** With its length in front, seven bits to a byte. */
    RawWriter sized(byte[] value) {
        var left = value.length;
        while (left > 0x7f) {
            octet((left & 0x7f) | 0x80);
            left >>= 7;
        }
        return octet(left).raw(value);
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
