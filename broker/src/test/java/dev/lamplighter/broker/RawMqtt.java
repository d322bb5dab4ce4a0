package dev.lamplighter.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/** MQTT 3.1.1 or 5 written byte by byte over a connection of any kind: what it is told of each packet comes back as a number. */
final class RawMqtt implements AutoCloseable {
    /** In the place of a reason code: the broker has hung up instead of answering. */
    static final int CUT_OFF = -1;

    private static final int NOBODY_SUBSCRIBED = 0x10;
    /** Behind properties of any length. */
    private static final int LAST = -1;
    private static final int EXPIRY = 2;
    private static final int RESPONSE_TOPIC = 8;
    private static final int CONNACK = 2;
    private static final int PUBACK = 4;
    private static final int SUBACK = 9;
    private static final int DISCONNECT = 14;

    private final Socket socket;
    private final boolean five;
    private final DataInputStream in;

    /** @param five whether it speaks MQTT 5, and 3.1.1 otherwise */
    RawMqtt(Socket socket, boolean five) throws IOException {
        this.socket = socket;
        this.five = five;
        socket.setSoTimeout(60_000);
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(socket.getInputStream());
    }

    record Will(String topic, boolean retained) {}

    /** @return what CONNACK says */
    int connect(String client, Login login, Optional<Will> will) throws IOException {
        var body = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(body)) {
            out.writeUTF("MQTT");
            out.writeByte(five ? 5 : 4);
            out.writeByte(0b1100_0010 | will.map(it -> it.retained() ? 0b0010_1100 : 0b0000_1100).orElse(0));
            out.writeShort(60);
            properties(out);
            out.writeUTF(client);
            if (will.isPresent()) {
                properties(out);
                out.writeUTF(will.get().topic());
                out.writeUTF("gone");
            }
            out.writeUTF(login.username());
            out.writeUTF(login.password());
        }
        send(0x10, body);
        return answer(CONNACK, 1);
    }

    /** With QoS 1. @return what PUBACK says; 0 also where it was taken, and nobody has subscribed to it */
    int publish(String topic, boolean retained) throws IOException {
        return publish(topic, "ON", retained);
    }

    int publish(String topic, String payload, boolean retained) throws IOException {
        return publish(topic, payload, retained, out -> properties(out));
    }

    /** In MQTT 5. */
    int publishExpiring(String topic, long seconds) throws IOException {
        return publish(topic, "ON", false, out -> {
            out.writeByte(5);
            out.writeByte(EXPIRY);
            out.writeInt((int) seconds);
        });
    }

    /** In MQTT 5, with a response topic. */
    int publishAsking(String topic, String answer) throws IOException {
        var properties = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(properties)) {
            out.writeByte(RESPONSE_TOPIC);
            out.writeUTF(answer);
        }
        return publish(topic, "ON", false, out -> {
            out.writeByte(properties.size());
            properties.writeTo(out);
        });
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private int publish(String topic, String payload, boolean retained, Writing properties) throws IOException {
        var body = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(body)) {
            out.writeUTF(topic);
            out.writeShort(7);
            properties.to(out);
            out.write(payload.getBytes(UTF_8));
        }
        send(retained ? 0x33 : 0x32, body);
        var reason = answer(PUBACK, 2);
        return reason == NOBODY_SUBSCRIBED ? 0 : reason;
    }

    /** @return what SUBACK says */
    int subscribe(String filter) throws IOException {
        var body = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(body)) {
            out.writeShort(8);
            properties(out);
            out.writeUTF(filter);
            out.writeByte(1);
        }
        send(0x82, body);
        // What is retained there may come before the answer; it is acknowledged by nobody, which is of no matter here.
        return answer(SUBACK, LAST);
    }

    /** The body of the next publish, as text with all that is in it. */
    String next() throws IOException {
        while (true) {
            var packet = receive();
            if (packet.type() == 3) {
                return UTF_8.decode(packet.body()).toString();
            }
        }
    }

    /** How long the next publish with QoS 1 in MQTT 5 has yet to live, in seconds. */
    OptionalLong expiry() throws IOException {
        while (true) {
            var packet = receive();
            if (packet.type() == 3) {
                var body = packet.body();
                body.position(2 + body.getShort() + 2);
                var length = body.get();
                return length > 0 && body.get() == EXPIRY
                        ? OptionalLong.of(Integer.toUnsignedLong(body.getInt()))
                        : OptionalLong.empty();
            }
        }
    }

    /** Waits for the broker to say goodbye. @return why, or {@link #CUT_OFF} */
    int disconnected() throws IOException {
        return answer(DISCONNECT, 0);
    }

    private void properties(DataOutputStream out) throws IOException {
        if (five) {
            out.writeByte(0);
        }
    }

    private record Packet(int type, ByteBuffer body) {}

    /** The reason at {@code place} of the answer; 0 where an acknowledgement of success leaves it out. */
    private int answer(int type, int place) throws IOException {
        try {
            while (true) {
                var packet = receive();
                if (packet.type() == type) {
                    var at = place == LAST ? packet.body().limit() - 1 : place;
                    return at < packet.body().limit() ? packet.body().get(at) & 0xff : 0;
                }
                if (packet.type() == DISCONNECT) {
                    return CUT_OFF;
                }
            }
        } catch (EOFException | SocketException cutOff) {
            return CUT_OFF;
        }
    }

    private Packet receive() throws IOException {
        var first = in.readUnsignedByte();
        var length = 0;
        var shift = 0;
        int octet;
        do {
            octet = in.readUnsignedByte();
            length |= (octet & 0x7f) << shift;
            shift += 7;
        } while ((octet & 0x80) != 0);
        var body = new byte[length];
        in.readFully(body);
        return new Packet(first >> 4, ByteBuffer.wrap(body));
    }

    private void send(int first, ByteArrayOutputStream body) throws IOException {
        var packet = new ByteArrayOutputStream();
        packet.write(first);
        var length = body.size();
        do {
            packet.write((length & 0x7f) | (length > 0x7f ? 0x80 : 0));
            length >>= 7;
        } while (length > 0);
        body.writeTo(packet);
        try {
            socket.getOutputStream().write(packet.toByteArray());
        } catch (SocketException cutOff) {
            // The reading of the answer tells.
        }
    }

    /** Without a word: a last will is published. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
