package dev.lamplighter.lan.wire;

import java.util.Optional;

/** One datagram. */
public record Packet(Header header, Message message) {
    /** No packet is longer; what is beyond belongs to none. */
    public static final int LONGEST = 1024;

    public byte[] encode() {
        return Layouts.of(message).encode(header, message);
    }

    /**
     * The packet at the start of {@code bytes}. Empty when it is cut short, of another protocol, or not as long as its kind has to be; a
     * number that is not known is {@link Message.Unknown}.
     *
     * @param length how many of the bytes were received
     */
    public static Optional<Packet> decode(byte[] bytes, int length) {
        if (length < Header.BYTES || length > bytes.length) {
            return Optional.empty();
        }
        var size = new Input(bytes, length).u16();
        if (size < Header.BYTES || size > length) {
            return Optional.empty();
        }
        var in = new Input(bytes, size).skip(2);
        if (!Header.isProtocol(new Input(bytes, size).skip(2).u16())) {
            return Optional.empty();
        }
        var header = Header.read(in);
        var type = in.u16();
        in.skip(2);
        return Layouts.of(type).<Optional<Message>>map(layout -> read(layout, in))
                .orElseGet(() -> Optional.of(new Message.Unknown(type)))
                .map(message -> new Packet(header, message));
    }

    private static Optional<Message> read(Layout<?> layout, Input in) {
        return in.left() < layout.length() ? Optional.empty() : Optional.of(layout.read().apply(in));
    }
}
