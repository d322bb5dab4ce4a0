package dev.lamplighter.broker.tls;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HexFormat;

/**
 * The first packet of a TLS handshake byte by byte, for versions and suites that no client of today can be brought to offer.
 *
 * @param version as on the wire: 0x0301 is TLS 1.0, 0x0303 TLS 1.2
 * @param suite as on the wire
 */
public record ClientHello(int version, int suite) {
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    /** Groups P-256 and P-384; uncompressed points; ECDSA and RSA with SHA-256, SHA-1. */
    private static final String EXTENSIONS = "000a 0006 0004 0017 0018" + "000b 0002 0100"
            + "000d 000a 0008 0403 0401 0203 0201";

    /** What the server answers: {@code hello}, {@code alert N}, or {@code closed}. */
    public String answer(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(record());
            return answer(new DataInputStream(socket.getInputStream()));
        } catch (EOFException end) {
            return "closed";
        }
    }

    private static String answer(DataInputStream in) throws IOException {
        var type = in.readUnsignedByte();
        in.skipNBytes(4); // version and length
        var first = in.readUnsignedByte();
        return type == HANDSHAKE && first == SERVER_HELLO ? "hello" : "alert " + in.readUnsignedByte();
    }

    private byte[] record() throws IOException {
        var hello = hello();
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeByte(HANDSHAKE);
        out.writeShort(Math.min(version, 0x0301)); // of the record, for the sake of old servers
        out.writeShort(hello.length + 4);
        out.writeByte(1); // client hello
        out.writeByte(0); // the high byte of its length
        out.writeShort(hello.length);
        out.write(hello);
        return bytes.toByteArray();
    }

    private byte[] hello() throws IOException {
        var extensions = HexFormat.of().parseHex(EXTENSIONS.replace(" ", ""));
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeShort(version);
        out.write(new byte[32]); // random
        out.writeByte(0); // no session
        out.writeShort(2); // length of the suites
        out.writeShort(suite);
        out.writeShort(0x0100); // one way of compression: none
        out.writeShort(extensions.length);
        out.write(extensions);
        return bytes.toByteArray();
    }
}
