package dev.lamplighter.topics;

import dev.lamplighter.control.Result;
import dev.lamplighter.mqtt.Bytes;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes JSON, and what became of commands. */
final class Payloads {
    static final JsonMapper JSON = new JsonMapper();

    private Payloads() {}

    static Bytes of(JsonNode json) {
        return Bytes.of(JSON.writeValueAsBytes(json));
    }

    static Bytes result(Wish wish, Result result) {
        var json = JSON.createObjectNode();
        wish.id().ifPresent(id -> json.put("id", id));
        status(json, result, reason(result, wish.ignored()));
        return of(json);
    }

    /** The result of something that could not even be read as a command; its sender's name for it may be readable all the same. */
    static Bytes result(Optional<String> name, Result result) {
        var json = JSON.createObjectNode();
        name.ifPresent(id -> json.put("id", id));
        status(json, result, result.reason());
        return of(json);
    }

    private static void status(ObjectNode json, Result result, Optional<String> reason) {
        json.put("status", lower(result.status()));
        reason.ifPresent(why -> json.put("reason", why));
        var lights = json.putObject("lights");
        result.lights().forEach((light, reach) -> lights.put(light.serial(), lower(reach)));
        result.via().ifPresent(via -> json.put("via", lower(via)));
        json.put("took_ms", result.took().toMillis());
    }

    private static Optional<String> reason(Result result, Collection<String> ignored) {
        if (ignored.isEmpty()) {
            return result.reason();
        }
        var word = "unknown keys ignored: " + String.join(", ", ignored);
        return Optional.of(result.reason().map(why -> why + "; " + word).orElse(word));
    }

    static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
