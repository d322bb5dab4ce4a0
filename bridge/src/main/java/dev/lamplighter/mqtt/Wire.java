package dev.lamplighter.mqtt;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** A way for bytes to and from a broker. */
interface Wire extends Closeable {
    /** Blocks until the other side is there, each step of it at most for {@code within}; {@link #close()} ends it early. */
    void open(Duration within) throws IOException;

    InputStream input() throws IOException;

    OutputStream output() throws IOException;

    /** Says that nothing more will be sent. */
    void finish() throws IOException;

    /** At once, from any thread, without waiting for anybody who reads or writes. */
    @Override
    void close();
}
