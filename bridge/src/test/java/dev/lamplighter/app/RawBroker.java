package dev.lamplighter.app;

import dev.lamplighter.app.RawPacket.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** As much of a broker as one client needs, so that a test decides what is delivered, how and when. */
final class RawBroker implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final ServerSocket server;

    RawBroker() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        server.setSoTimeout(PATIENCE_SECONDS * 1000);
    }

    int port() {
        return server.getLocalPort();
    }

    /**
     * The client's next connection, once its subscriptions stand.
     *
     * @param known whether the client is told that its session is still there
     */
    Guest accept(boolean known) throws IOException {
        var socket = server.accept();
        var guest = new Guest(socket);
        guest.expect(RawPacket.CONNECT);
        guest.send(RawPacket.of(RawPacket.CONNACK, 0, new byte[]{(byte) (known ? 1 : 0), 0, 0}));
        guest.subscribed(guest.expect(RawPacket.SUBSCRIBE));
        Thread.ofVirtual().start(guest::serve);
        return guest;
    }

    /** A connection of the client. */
    static final class Guest implements AutoCloseable {
        private final Socket socket;
        final BlockingQueue<Integer> acknowledged = new LinkedBlockingQueue<>();
        final BlockingQueue<Message> heard = new LinkedBlockingQueue<>();

        private Guest(Socket socket) {
            this.socket = socket;
        }

        /** Whatever else comes before is answered. */
        private RawPacket expect(int type) throws IOException {
            while (true) {
                var packet = RawPacket.read(socket.getInputStream());
                if (packet.type() == type) {
                    return packet;
                }
                answer(packet);
            }
        }

        private void subscribed(RawPacket subscribe) throws IOException {
            var in = ByteBuffer.wrap(subscribe.body());
            var id = in.getShort();
            in.position(in.position() + 1 + in.get(in.position()));
            var reply = new RawWriter().number16(id).octet(0);
            while (in.hasRemaining()) {
                in.position(in.position() + 2 + in.getShort(in.position()) + 1);
                reply.octet(1);
            }
            send(RawPacket.of(RawPacket.SUBACK, 0, reply.toByteArray()));
        }

        private void serve() {
            try {
                while (true) {
                    answer(RawPacket.read(socket.getInputStream()));
                }
            } catch (IOException over) {
                // The connection has ended, which either side may bring about.
            }
        }

        private void answer(RawPacket packet) throws IOException {
            switch (packet.type()) {
                case RawPacket.PUBLISH -> {
                    var message = packet.message();
                    heard.add(message);
                    if (message.packetId().isPresent()) {
                        send(RawPacket.puback(message.packetId().get()));
                    }
                }
                case RawPacket.PUBACK -> acknowledged.add(ByteBuffer.wrap(packet.body()).getShort() & 0xffff);
                case RawPacket.PINGREQ -> send(RawPacket.of(RawPacket.PINGRESP, 0, new byte[0]));
                default -> {
                }
            }
        }

        synchronized void send(RawPacket packet) throws IOException {
            socket.getOutputStream().write(packet.bytes());
            socket.getOutputStream().flush();
        }

        /** The next thing said on a topic with that end; earlier ones on others are passed over. */
        Message next(String end) throws InterruptedException {
            while (true) {
                var message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (message == null) {
                    throw new AssertionError("nothing came on …" + end);
                }
                if (message.topic().endsWith(end)) {
                    return message;
                }
            }
        }

        /** The packet identifier that the client has acknowledged next. */
        int acknowledged() throws InterruptedException {
            var id = acknowledged.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (id == null) {
                throw new AssertionError("nothing was acknowledged");
            }
            return id;
        }

        /** Without a word. */
        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
