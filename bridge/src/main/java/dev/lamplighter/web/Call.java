package dev.lamplighter.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request, read whole.
 *
 * @param method in capitals
 * @param path as it was sent, percent-encoding included, without the query
 * @param query as it was sent; empty where there is none
 * @param headers by names in small letters
 * @param address whose it is
 */
public record Call(String method, String path, String query, Map<String, List<String>> headers, String address,
        String body) {
    public Call {
        headers = Map.copyOf(headers);
    }

    /** The only or first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }

    /** A cookie of that name. */
    Optional<String> cookie(String name) {
        return headers.getOrDefault("cookie", List.of()).stream()
                .flatMap(line -> List.of(line.split(";")).stream()).map(String::strip)
                .filter(pair -> pair.startsWith(name + "=")).map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    /** The level of the path at {@code index}, as it was sent; the first is 0. */
    String level(int index) {
        return path.substring(1).split("/", -1)[index];
    }

    /** The media type of the body, without parameters, in small letters; empty where none is named. */
    String type() {
        return header("content-type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
