package dev.lamplighter.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/**
 * MQTT 5 byte by byte, for what a client library hides: Paho 1.2.5 loses the DUP flag of what it receives, and refuses to send what a
 * hostile client would.
 */
final class WireClient implements AutoCloseable {
    record Publish(String payload, int id, boolean duplicate) {}

    record Connack(boolean sessionPresent, int reason) {}

    private static final int QUALITY_1 = 1;

    private final Socket socket;
    private final DataInputStream in;

    WireClient(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** Over a connection of any kind. */
    WireClient(Socket connected) throws IOException {
        socket = connected;
        socket.setSoTimeout(30_000);
        in = new DataInputStream(socket.getInputStream());
    }

    /** With a session that outlives the connection by a day. */
    Connack connect(String id, Login login) throws IOException {
        var body = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(body)) {
            out.writeUTF("MQTT");
            out.writeByte(5);
            out.writeByte(0b1100_0000); // user name, password, no clean start
            out.writeShort(60); // keep-alive
            out.writeByte(5); // length of the properties
            out.writeByte(0x11); // session expiry interval
            out.writeInt(86_400);
            out.writeUTF(id);
            out.writeUTF(login.username());
            out.writeUTF(login.password());
        }
        send(0x10, body);
        var connack = receive(0x2);
        return new Connack(connack.get() == 1, connack.get() & 0xff);
    }

    void subscribe(String filter) throws IOException {
        var body = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(body)) {
            out.writeShort(1); // packet identifier
            out.writeByte(0); // no properties
            out.writeUTF(filter);
            out.writeByte(QUALITY_1);
        }
        send(0x82, body);
        receive(0x9);
    }

    Publish next() throws IOException {
        var publish = receive(0x3);
        var duplicate = (publish.get(0) & 0b1000) != 0;
        publish.position(1);
        publish.position(publish.position() + 2 + publish.getShort(publish.position()));
        var id = publish.getShort() & 0xffff;
        publish.position(publish.position() + 1 + publish.get(publish.position()));
        return new Publish(UTF_8.decode(publish).toString(), id, duplicate);
    }

    void acknowledge(Publish publish) throws IOException {
        socket.getOutputStream().write(new byte[]{0x40, 2, (byte) (publish.id() >> 8), (byte) publish.id()});
    }

    /** Returns when the broker has read everything sent before. */
    void ping() throws IOException {
        socket.getOutputStream().write(new byte[]{(byte) 0xc0, 0});
        receive(0xd);
    }

    /** Goes away without a word, as a board that loses its power. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void send(int type, ByteArrayOutputStream body) throws IOException {
        if (body.size() > 127) {
            throw new IllegalArgumentException("the length of short packets only is written here");
        }
        var packet = new ByteArrayOutputStream();
        packet.write(type);
        packet.write(body.size());
        body.writeTo(packet);
        packet.writeTo(socket.getOutputStream());
    }

    /** The body of the next packet; for a publish its first byte, with the flags, comes before it. */
    private ByteBuffer receive(int type) throws IOException {
        var first = in.readByte();
        var length = in.readByte();
        if ((first >> 4 & 0xf) != type || length < 0) {
            throw new IOException(
                    "expected a short packet of type " + type + ", got " + first + " of length " + length);
        }
        var body = new byte[length];
        in.readFully(body);
        return type == 0x3 ? ByteBuffer.allocate(length + 1).put(first).put(body).flip() : ByteBuffer.wrap(body);
    }
}
