package dev.lamplighter.app;

import dev.lamplighter.app.RawPacket.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Predicate;

/** A sender that is nothing but a socket and bytes. For one thread. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    private RawClient(Socket socket) {
        this.socket = socket;
    }

    /** @param anew whether an earlier session of that name is forgotten; it outlives the connection for five minutes */
    static RawClient connect(int port, String id, boolean anew) throws IOException {
        var client = new RawClient(new Socket(InetAddress.getLoopbackAddress(), port));
        client.socket.setSoTimeout(PATIENCE_MILLIS);
        client.send(RawPacket.of(RawPacket.CONNECT, 0, new RawWriter().text("MQTT").octet(5).octet(anew ? 2 : 0)
                .number16(0).sized(new RawWriter().octet(0x11).number32(300).toByteArray()).text(id).toByteArray()));
        client.await(packet -> packet.type() == RawPacket.CONNACK && packet.body()[1] == 0);
        return client;
    }

    void subscribe(String filter) throws IOException {
        send(RawPacket.of(RawPacket.SUBSCRIBE, 2,
                new RawWriter().number16(1).octet(0).text(filter).octet(0).toByteArray()));
        await(packet -> packet.type() == RawPacket.SUBACK);
    }

    void send(RawPacket packet) throws IOException {
        socket.getOutputStream().write(packet.bytes());
        socket.getOutputStream().flush();
    }

    /** The first packet that is as wanted; earlier ones are passed over. */
    RawPacket await(Predicate<RawPacket> wanted) throws IOException {
        while (true) {
            var packet = RawPacket.read(socket.getInputStream());
            if (wanted.test(packet)) {
                return packet;
            }
        }
    }

    Message next(String topic) throws IOException {
        return await(packet -> packet.type() == RawPacket.PUBLISH && packet.message().topic().equals(topic)).message();
    }

    /** Without a word. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
