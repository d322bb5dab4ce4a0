package dev.lamplighter.config;

import dev.lamplighter.light.Parsed;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a key may hold.
 *
 * @param allowed what is allowed, in words that follow "… is not"
 * @param reader turns text into the value; relative paths start at the folder handed in
 */
record Kind<T>(Shape shape, String allowed, Reader<T> reader) {
    enum Shape {
        TEXT("string"), SECRET("string"), PATH("string"), URL("string"), DURATION("string"), PORT(
                "integer|string"), NUMBER("integer"), LIST("array|string"), FLAG("boolean");

        /** The type the schema gives it; of two, both. */
        final String type;

        Shape(String type) {
            this.type = type;
        }
    }

    @FunctionalInterface
    interface Reader<T> {
        Parsed<T> read(String text, Path folder);
    }

    private static final int READABLE = 60;

    /** A kind whose values are wrong in one way only, so that {@code allowed} says it all. */
    static <T> Kind<T> simple(Shape shape, String allowed, Function<String, Optional<T>> reader) {
        return new Kind<>(shape, allowed, (text, _) -> reader.apply(text).map(Parsed::accepted)
                .orElseGet(() -> Parsed.rejected(allowed, refusal(shape, allowed, text))));
    }

    Parsed<T> read(String text, Path folder) {
        return reader.read(text, folder);
    }

    String refusal(String text) {
        return refusal(shape, allowed, text);
    }

    private static String refusal(Shape shape, String allowed, String text) {
        return switch (shape) {
            case SECRET -> "what is given is not " + allowed;
            case URL -> "`" + brief(text.replaceFirst("(?s).*@", "(hidden)@")) + "` is not " + allowed;
            case TEXT, PATH, DURATION, PORT, NUMBER, LIST, FLAG -> "`" + brief(text) + "` is not " + allowed;
        };
    }

    /** The value as it may be shown to anybody. */
    String shown(String text, Path folder) {
        return switch (shape) {
            case SECRET -> "(hidden)";
            case PATH -> folder.resolve(text).normalize().toString();
            case TEXT, URL, DURATION, PORT, NUMBER, LIST, FLAG -> text;
        };
    }

    static String brief(String text) {
        return text.length() <= READABLE ? text : text.substring(0, READABLE) + "…";
    }
}
