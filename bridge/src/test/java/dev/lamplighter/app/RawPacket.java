package dev.lamplighter.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A packet of MQTT 5 as it is on the wire, written and read by hand, so that nothing that the bridge is made of stands between a test and the
 * bytes.
 */
final class RawPacket {
    static final int CONNECT = 1;
    static final int CONNACK = 2;
    static final int PUBLISH = 3;
    static final int PUBACK = 4;
    static final int SUBSCRIBE = 8;
    static final int SUBACK = 9;
    static final int PINGREQ = 12;
    static final int PINGRESP = 13;
    static final int DISCONNECT = 14;

    private static final int MESSAGE_EXPIRY = 0x02;
    private static final int RESPONSE_TOPIC = 0x08;
    private static final int CORRELATION_DATA = 0x09;
    private static final int USER_PROPERTY = 0x26;

    private final int first;
    private final byte[] body;

    /**
     * @param first the type in the upper four bits, the flags in the lower
     * @param body all after the length
     */
    private RawPacket(int first, byte[] body) {
        this.first = first;
        this.body = body;
    }

    byte[] body() {
        return body;
    }

    int type() {
        return first >> 4;
    }

    static RawPacket of(int type, int flags, byte[] body) {
        return new RawPacket((type << 4) | flags, body);
    }

    /** @param packetId of a publication at QoS 1; empty at QoS 0 */
    static RawPacket publish(String topic, String payload, Optional<Integer> packetId, Properties properties,
            Flags flags) {
        var body = new RawWriter().text(topic);
        packetId.ifPresent(body::number16);
        body.sized(properties.bytes.toByteArray()).raw(payload.getBytes(UTF_8));
        return of(PUBLISH, (flags.duplicate ? 8 : 0) | (packetId.isPresent() ? 2 : 0) | (flags.retain ? 1 : 0),
                body.toByteArray());
    }

    static RawPacket puback(int packetId) {
        return of(PUBACK, 0, new RawWriter().number16(packetId).toByteArray());
    }

    byte[] bytes() {
        return new RawWriter().octet(first).sized(body).toByteArray();
    }

    static RawPacket read(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        var first = data.readUnsignedByte();
        return new RawPacket(first, data.readNBytes(length(data)));
    }

    private static int length(DataInputStream data) throws IOException {
        var length = 0;
        for (var shift = 0;; shift += 7) {
            var next = data.readUnsignedByte();
            length |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return length;
            }
        }
    }

    record Flags(boolean duplicate, boolean retain) {
        static final Flags NONE = new Flags(false, false);
        static final Flags RETAIN = new Flags(false, true);
        static final Flags DUPLICATE = new Flags(true, false);
    }

    /** What came on a topic. */
    record Message(String topic, String text, Optional<Integer> packetId, Optional<byte[]> correlation) {}

    /** This packet, which has to be a PUBLISH. */
    Message message() {
        var in = ByteBuffer.wrap(body);
        var topic = text(in);
        var packetId = (first & 6) == 0 ? Optional.<Integer>empty() : Optional.of(in.getShort() & 0xffff);
        var correlation = correlation(in);
        var payload = new byte[in.remaining()];
        in.get(payload);
        return new Message(topic, new String(payload, UTF_8), packetId, correlation);
    }

    private static Optional<byte[]> correlation(ByteBuffer in) {
        var end = varint(in) + in.position();
        var found = Optional.<byte[]>empty();
        while (in.position() < end) {
            switch (in.get()) {
                case CORRELATION_DATA -> found = Optional.of(sized(in));
                case 0x01 -> in.get();
                case MESSAGE_EXPIRY -> in.getInt();
                case 0x03, RESPONSE_TOPIC -> sized(in);
                case 0x0b -> varint(in);
                case 0x23 -> in.getShort();
                case USER_PROPERTY -> {
                    sized(in);
                    sized(in);
                }
                default -> throw new AssertionError("a property that no PUBLISH has");
            }
        }
        return found;
    }

    private static int varint(ByteBuffer in) {
        var value = 0;
        for (var shift = 0;; shift += 7) {
            var next = in.get() & 0xff;
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
    }

    private static byte[] sized(ByteBuffer in) {
        var bytes = new byte[in.getShort() & 0xffff];
        in.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer in) {
        return new String(sized(in), UTF_8);
    }

    /** Those of a PUBLISH. */
    static final class Properties {
        private final RawWriter bytes = new RawWriter();

        Properties expiry(int seconds) {
            bytes.octet(MESSAGE_EXPIRY).number32(seconds);
            return this;
        }

        Properties answerTo(String topic, byte[] correlation) {
            bytes.octet(RESPONSE_TOPIC).text(topic).octet(CORRELATION_DATA).data(correlation);
            return this;
        }

        Properties user(String name, String value) {
            bytes.octet(USER_PROPERTY).text(name).text(value);
            return this;
        }

        Properties jsonText() {
            bytes.octet(0x01).octet(1).octet(0x03).text("application/json");
            return this;
        }
    }
}
