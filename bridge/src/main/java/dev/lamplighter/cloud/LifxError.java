package dev.lamplighter.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** LIFX's own words on what is wrong with a request. */
final class LifxError {
    private static final int LONGEST = 200;

    private LifxError() {}

    /** One line of at most {@link #LONGEST} characters; empty where the body is not LIFX's JSON, as from a proxy in between. */
    static Optional<String> text(String body) {
        return Json.read(body).map(LifxError::words).filter(words -> !words.isEmpty())
                .map(words -> oneLine(String.join("; ", words)));
    }

    private static List<String> words(JsonNode json) {
        var words = new ArrayList<String>();
        Json.text(json.path("error")).ifPresent(words::add);
        for (var error : json.path("errors")) {
            var field = error.path("field").asString("");
            var message = error.path("message");
            Iterable<JsonNode> messages = message.isArray() ? message : List.of(message);
            messages.forEach(said -> Json.text(said).map(text -> (field + " " + text).strip())
                    .filter(text -> !words.contains(text)).ifPresent(words::add));
        }
        return words;
    }

    private static String oneLine(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
