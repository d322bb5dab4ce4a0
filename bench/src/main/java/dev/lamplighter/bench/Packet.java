package dev.lamplighter.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * An MQTT 5 packet, for clients so small that a thousand of them do not disturb what they measure.
 *
 * @param head its first byte: type and flags
 */
record Packet(int head, ByteBuffer body) {
    static final int CONNECT = 0x10;
    static final int CONNACK = 0x20;
    static final int PUBLISH = 0x30;
    static final int PUBACK = 0x40;
    static final int SUBSCRIBE = 0x82;
    static final int SUBACK = 0x90;
    static final int PINGREQ = 0xc0;
    static final int PINGRESP = 0xd0;
    static final int DISCONNECT = 0xe0;

    private static final int QUALITY_1 = 0x02;
    private static final int RETAINED = 0x01;
    private static final int LARGEST = 262_144;

    /** What a publish says. */
    record Message(int id, String topic, String payload) {}

    /** @param expiry how long the session outlives the connection, in seconds; 0 begins anew */
    static Packet connect(String id, String user, String password, int expiry) {
        var body = ByteBuffer.allocate(64 + 3 * (id.length() + user.length() + password.length()));
        text(body, "MQTT").put((byte) 5).put((byte) (expiry == 0 ? 0b1100_0010 : 0b1100_0000)).putShort((short) 0);
        body.put((byte) 5).put((byte) 0x11).putInt(expiry);
        return packet(CONNECT, text(text(text(body, id), user), password));
    }

    static Packet subscribe(int id, String filter) {
        var body = ByteBuffer.allocate(16 + 3 * filter.length()).putShort((short) id).put((byte) 0);
        return packet(SUBSCRIBE, text(body, filter).put((byte) 1));
    }

    /** With QoS 1. */
    static Packet publish(int id, String topic, String payload, boolean retained) {
        var content = payload.getBytes(UTF_8);
        var body = ByteBuffer.allocate(16 + 3 * topic.length() + content.length);
        text(body, topic).putShort((short) id).put((byte) 0).put(content);
        return packet(PUBLISH | QUALITY_1 | (retained ? RETAINED : 0), body);
    }

    static Packet acknowledgement(int id) {
        return packet(PUBACK, ByteBuffer.allocate(2).putShort((short) id));
    }

    static Packet empty(int head) {
        return new Packet(head, ByteBuffer.allocate(0));
    }

    static Packet read(DataInputStream in) throws IOException {
        var head = in.readUnsignedByte();
        var length = 0;
        for (int shift = 0, part = 0x80; (part & 0x80) != 0; shift += 7) {
            part = in.readUnsignedByte();
            length |= (part & 0x7f) << shift;
        }
        if (length > LARGEST) {
            throw new IOException("a packet of " + length + " bytes");
        }
        var body = new byte[length];
        in.readFully(body);
        return new Packet(head, ByteBuffer.wrap(body));
    }

    int type() {
        return head & 0xf0;
    }

    /** The identifier that an acknowledgement begins with. */
    int id() {
        return body.getShort(0) & 0xffff;
    }

    /** What comes after the flags of a CONNACK, or after the identifier of a PUBACK; 0 is well. */
    int reason() {
        return switch (type()) {
            case CONNACK -> body.get(1) & 0xff;
            default -> body.limit() > 2 ? body.get(2) & 0xff : 0;
        };
    }

    Message message() {
        var in = body.duplicate();
        var topic = text(in, in.getShort() & 0xffff);
        var id = (head & 0x06) == 0 ? 0 : in.getShort() & 0xffff;
        // Properties shorter than 128 bytes, as those of our own messages are.
        var properties = in.get();
        in.position(in.position() + properties);
        return new Message(id, topic, text(in, in.remaining()));
    }

    byte[] bytes() {
        var all = ByteBuffer.wrap(new byte[5 + body.limit()]).put((byte) head);
        var rest = body.limit();
        while (rest > 0x7f) {
            all.put((byte) (rest | 0x80));
            rest >>= 7;
        }
        all.put((byte) rest).put(body.duplicate()).flip();
        var bytes = new byte[all.limit()];
        all.get(bytes);
        return bytes;
    }

    private static Packet packet(int head, ByteBuffer body) {
        return new Packet(head, body.flip());
    }

    private static String text(ByteBuffer in, int length) {
        var bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, UTF_8);
    }

    private static ByteBuffer text(ByteBuffer out, String text) {
        var bytes = text.getBytes(UTF_8);
        return out.putShort((short) bytes.length).put(bytes);
    }
}
