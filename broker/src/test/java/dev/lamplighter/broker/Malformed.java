package dev.lamplighter.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Bytes that are no MQTT, or nearly: valid packets with something wrong in them, and noise. */
final class Malformed {
    private static final byte NO_PROPERTIES = 0;
    private static final int LONGEST = 2_048;

    private final RandomGenerator random;
    private final Login login;

    Malformed(RandomGenerator random, Login login) {
        this.random = random;
        this.login = login;
    }

    /** @param version 4 or 5 */
    byte[] connect(int version, String id) {
        var body = ByteBuffer.allocate(256);
        text(body, "MQTT").put((byte) version).put((byte) 0b1100_0010).putShort((short) 30);
        properties(body, version);
        return packet(0x10, text(text(text(body, id), login.username()), login.password()));
    }

    /** A packet of any of the kinds that a client sends, with one to three things wrong, or noise. */
    byte[] next(int version) {
        return random.nextInt(8) == 0 ? noise(1 + random.nextInt(LONGEST)) : damaged(valid(version));
    }

    private byte[] valid(int version) {
        var kinds = List.of(connect(version, "fuzz-" + random.nextInt(100)), publish(version, 0), publish(version, 1),
                publish(version, 2), subscribe(version), new byte[]{(byte) 0xc0, 0}, new byte[]{(byte) 0xe0, 0},
                new byte[]{0x40, 2, 0, 1}, new byte[]{0x62, 2, 0, 1}, new byte[]{(byte) 0xf0, 2, 0, 0});
        return kinds.get(random.nextInt(kinds.size()));
    }

    private byte[] publish(int version, int quality) {
        var body = text(ByteBuffer.allocate(256), "fuzz/" + random.nextInt(10));
        if (quality > 0) {
            body.putShort((short) 1);
        }
        properties(body, version).put("ON".getBytes(UTF_8));
        return packet(0x30 | quality << 1, body);
    }

    private byte[] subscribe(int version) {
        var body = properties(ByteBuffer.allocate(256).putShort((short) 1), version);
        return packet(0x82, text(body, "fuzz/+/#").put((byte) 1));
    }

    private byte[] damaged(byte[] packet) {
        var bytes = packet;
        for (var wrong = 1 + random.nextInt(3); wrong > 0 && bytes.length > 0; wrong--) {
            bytes = damagedOnce(bytes);
        }
        return bytes;
    }

    private byte[] damagedOnce(byte[] bytes) {
        var at = random.nextInt(bytes.length);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> joined(Arrays.copyOf(bytes, at), noise(1 + random.nextInt(16)),
                    Arrays.copyOfRange(bytes, at, bytes.length));
            case 2 -> with(bytes, at, (byte) (bytes[at] ^ 1 << random.nextInt(8)));
            case 3 -> with(bytes, Math.min(1, bytes.length - 1), (byte) random.nextInt(256));
            default -> with(bytes, at, (byte) random.nextInt(256));
        };
    }

    private byte[] noise(int length) {
        var noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        var changed = bytes.clone();
        changed[at] = value;
        return changed;
    }

    private static byte[] joined(byte[]... parts) {
        var all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    private static ByteBuffer properties(ByteBuffer body, int version) {
        return version == 5 ? body.put(NO_PROPERTIES) : body;
    }

    private static ByteBuffer text(ByteBuffer out, String text) {
        var bytes = text.getBytes(UTF_8);
        return out.putShort((short) bytes.length).put(bytes);
    }

    private static byte[] packet(int head, ByteBuffer body) {
        var bytes = new byte[2 + body.flip().limit()];
        ByteBuffer.wrap(bytes).put((byte) head).put((byte) body.limit()).put(body);
        return bytes;
    }
}
