package dev.lamplighter.simulator.bulbs;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A client of bulbs that speaks in hex digits, as the protocol's worked packets are written. */
final class Caller implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final String SOURCE = "5454514d";

    private final DatagramSocket socket;

    Caller() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.setBroadcast(true);
    }

    void send(InetSocketAddress to, String hex) throws IOException {
        var bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        socket.send(new DatagramPacket(bytes, bytes.length, to));
    }

    /** The next datagram. */
    String next() throws IOException {
        return next(PATIENCE_MILLIS);
    }

    /** All that come until none has come for so long. */
    List<String> rest(int quietMillis) throws IOException {
        var all = new ArrayList<String>();
        try {
            while (true) {
                all.add(next(quietMillis));
            }
        } catch (SocketTimeoutException _) {
            return all;
        }
    }

    private String next(int millis) throws IOException {
        var packet = new DatagramPacket(new byte[2048], 2048);
        socket.setSoTimeout(millis);
        socket.receive(packet);
        return HexFormat.of().formatHex(Arrays.copyOf(packet.getData(), packet.getLength()));
    }

    /** @param flags 0 for no answer, 1 for a state, 2 for an acknowledgement, 3 for both */
    static String packet(String serial, int type, int flags, int sequence, String payload) {
        var size = 36 + payload.length() / 2;
        return little(size, 2) + (serial.startsWith("000000000000") ? "0034" : "0014") + SOURCE + serial + "0000"
                + "000000000000" + little(flags, 1) + little(sequence, 1) + "0000000000000000" + little(type, 2)
                + "0000" + payload;
    }

    /** Type and payload of a reply, such as {@code 22:ffff}. */
    static String said(String reply) {
        return Integer.reverseBytes((int) Long.parseLong(reply.substring(64, 68) + "0000", 16)) + ":"
                + reply.substring(72);
    }

    static String little(long value, int bytes) {
        var text = new StringBuilder();
        for (var index = 0; index < bytes; index++) {
            text.append("%02x".formatted((value >> (8 * index)) & 0xFF));
        }
        return text.toString();
    }

    @Override
    public void close() {
        socket.close();
    }
}
