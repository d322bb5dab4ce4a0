package dev.lamplighter.web.relay;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Takes paths, queries and bodies apart. */
final class Path {
    private Path() {}

    /** The decoded segments behind {@code /v1}. */
    static List<String> segments(RelayRequest request) {
        var segments = request.path().split("/", -1);
        if (segments.length < 3 || !segments[1].equals("v1")) {
            throw Refusal.noSuchPath();
        }
        // A plus sign is a space in a form, but itself in a path.
        return Arrays.stream(segments).skip(2).map(segment -> decoded(segment.replace("+", "%2B"))).toList();
    }

    /** The body's fields: of a form, or of JSON whatever its type says. */
    static ObjectNode fields(RelayRequest request) {
        var type = request.header("content-type").orElse("");
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            return Json.read(request.body());
        }
        var fields = Json.object();
        form(request.body()).forEach(fields::put);
        return fields;
    }

    static Map<String, String> form(String text) {
        var fields = new HashMap<String, String>();
        for (var pair : text.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new Refusal(RelayReply.error(400, "the address is not percent-encoded as it should be"));
        }
    }
}
