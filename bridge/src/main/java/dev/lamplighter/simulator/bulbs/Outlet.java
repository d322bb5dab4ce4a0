package dev.lamplighter.simulator.bulbs;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;

/** A socket with a thread of its own that hands over what arrives, until it is closed. */
final class Outlet implements AutoCloseable {
    private static final int BIGGEST = 2048;

    /** Deals with a datagram; has time until the next one comes. */
    interface Receiver {
        void received(byte[] datagram, SocketAddress from);
    }

    private final DatagramSocket socket;
    private final InetSocketAddress address;

    private Outlet(DatagramSocket socket) {
        this.socket = socket;
        this.address = (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** @throws IOException when the address or the port is not to be had */
    static Outlet open(InetSocketAddress at) throws IOException {
        return new Outlet(new DatagramSocket(at));
    }

    InetSocketAddress address() {
        return address;
    }

    void listen(String name, Receiver receiver) {
        Thread.ofVirtual().name(name).start(() -> receive(receiver));
    }

    /** What cannot be sent is lost, as datagrams are. */
    void send(byte[] datagram, SocketAddress to) {
        try {
            socket.send(new DatagramPacket(datagram, datagram.length, to));
        } catch (IOException _) {
            // Whoever waits for it asks again.
        }
    }

    private void receive(Receiver receiver) {
        var packet = new DatagramPacket(new byte[BIGGEST], BIGGEST);
        while (!socket.isClosed()) {
            try {
                packet.setLength(BIGGEST);
                socket.receive(packet);
                receiver.received(Arrays.copyOf(packet.getData(), packet.getLength()), packet.getSocketAddress());
            } catch (IOException _) {
                // Closed, or a client whose port has gone: the next one may be there.
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
