package dev.lamplighter.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a request is answered with. */
public sealed interface Answer {
    int status();

    /** Whole at once. Header values have no line ends. */
    record Whole(int status, Optional<Content> content, Map<String, String> headers) implements Answer {
        public Whole {
            headers = Map.copyOf(headers);
        }

        /** The same with one more header. */
        public Whole with(String name, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Whole(status, content, more);
        }
    }

    /** Something that goes on until either side ends it. */
    record Stream(String type, Writer writer) implements Answer {
        @Override
        public int status() {
            return 200;
        }
    }

    /** Writes on the thread of the request until the stream is over. */
    interface Writer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    static Whole of(int status, Content content) {
        return new Whole(status, Optional.of(content), Map.of());
    }

    static Whole json(String json) {
        return of(200, Content.json(json));
    }

    /** Done, and there is nothing to say. */
    static Whole done() {
        return new Whole(204, Optional.empty(), Map.of());
    }
}
