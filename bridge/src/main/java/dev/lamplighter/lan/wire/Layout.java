package dev.lamplighter.lan.wire;

import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * How one kind of message lies in its bytes.
 *
 * @param type its number
 * @param length of what follows the header; a longer one is of newer firmware, and its beginning is read
 * @param read gets at least {@code length} bytes
 * @param write writes {@code length} bytes
 */
record Layout<M extends Message>(int type, int length, Class<M> kind, Function<Input, M> read,
        BiConsumer<M, Output> write) {
    /** Bound to a message of its own kind. */
    byte[] encode(Header header, Message message) {
        var out = new Output(Header.BYTES + length);
        header.write(out, Header.BYTES + length, type);
        write.accept(kind.cast(message), out);
        return out.done();
    }
}
