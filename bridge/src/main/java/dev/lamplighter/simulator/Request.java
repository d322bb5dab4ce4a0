package dev.lamplighter.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as it came, decoded.
 *
 * @param path the segments between the slashes, percent-decoded one by one
 */
record Request(String method, List<String> path, Map<String, String> query, Content content, Optional<String> login) {
    record Content(String type, String text) {}

    static Request of(RecordedRequest recorded) {
        var target = recorded.getTarget();
        var mark = target.indexOf('?');
        var path = mark < 0 ? target : target.substring(0, mark);
        var headers = recorded.getHeaders();
        return new Request(recorded.getMethod(), segments(path), mark < 0 ? Map.of() : form(target.substring(mark + 1)),
                new Content(orEmpty(headers.get("Content-Type")), text(recorded.getBody())),
                Optional.ofNullable(headers.get("Authorization")));
    }

    boolean isWrite() {
        return !method.equals("GET");
    }

    String pathText() {
        return "/" + String.join("/", path);
    }

    /** @throws Refusal (400) when there is a body that is neither a JSON object nor a form */
    ObjectNode fields() {
        if (!content.type().startsWith("application/x-www-form-urlencoded")) {
            return Json.parse(content.text());
        }
        var fields = Json.object();
        form(content.text()).forEach(fields::put);
        return fields;
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/", -1)).skip(1).map(Request::decoded).toList();
    }

    /** A plus sign is a space in a form or a query, but itself in a path. */
    private static String decoded(String segment) {
        return decodedForm(segment.replace("+", "%2B"));
    }

    private static String decodedForm(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private static Map<String, String> form(String text) {
        var fields = new HashMap<String, String>();
        for (var pair : text.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decodedForm(pair.substring(0, equals)), decodedForm(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String text(@Nullable ByteString body) {
        return body == null ? "" : body.utf8();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
