package dev.lamplighter.cloud;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * The JSON of a request. {@code once} keeps OkHttp from sending it again by itself, which it would after a connection that died, a 408 and a
 * 503 with {@code Retry-After: 0}; the last even where retries are turned off.
 */
final class JsonBody extends RequestBody {
    private static final MediaType JSON = MediaType.get("application/json");

    private final byte[] json;
    private final boolean once;

    JsonBody(byte[] json, boolean once) {
        this.json = json;
        this.once = once;
    }

    @Override
    public MediaType contentType() {
        return JSON;
    }

    @Override
    public long contentLength() {
        return json.length;
    }

    @Override
    public boolean isOneShot() {
        return once;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(json);
    }
}
