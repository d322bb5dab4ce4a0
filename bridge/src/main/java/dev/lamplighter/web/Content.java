package dev.lamplighter.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of a media type, which never change. */
public final class Content {
    static final String JSON = "application/json";

    private final String type;
    private final byte[] bytes;

    private Content(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    public static Content of(String type, byte[] bytes) {
        return new Content(type, bytes.clone());
    }

    public static Content text(String type, String text) {
        return new Content(type, text.getBytes(StandardCharsets.UTF_8));
    }

    static Content json(String text) {
        return text(JSON, text);
    }

    String type() {
        return type;
    }

    int length() {
        return bytes.length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }
}
