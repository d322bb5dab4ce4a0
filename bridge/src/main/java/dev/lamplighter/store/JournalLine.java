package dev.lamplighter.store;

import dev.lamplighter.mqtt.Bytes;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of the journal's file. A letter is named by a number that is never used again. */
sealed interface JournalLine {
    long number();

    /** @param key names the delivery within its MQTT session */
    record Taken(long number, String key, String topic, Bytes payload, Instant received, Optional<Instant> expires,
            Letter.Reply reply)
            implements JournalLine {}

    record Noted(long number, String memo) implements JournalLine {}

    record Done(long number) implements JournalLine {}

    JsonMapper JSON = new JsonMapper();

    default String text() {
        var json = JSON.createObjectNode().put("n", number());
        switch (this) {
            case Taken taken -> {
                json.put("key", taken.key).put("topic", taken.topic).put("payload", base64(taken.payload))
                        .put("received", taken.received.toString());
                taken.expires.ifPresent(expires -> json.put("expires", expires.toString()));
                taken.reply.topic().ifPresent(topic -> json.put("reply", topic));
                taken.reply.correlationData().ifPresent(data -> json.put("correlation", base64(data)));
            }
            case Noted(_, var memo) -> json.put("memo", memo);
            case Done _ -> json.put("done", true);
        }
        return json.toString();
    }

    /** Throws a runtime exception when {@code text} is not a whole line of ours, as the last one after a crash may be. */
    static JournalLine parse(String text) {
        var json = JSON.readTree(text);
        var number = json.required("n").longValue();
        if (json.has("done")) {
            return new Done(number);
        }
        if (json.has("memo")) {
            return new Noted(number, json.path("memo").stringValue());
        }
        return new Taken(number, json.required("key").stringValue(), json.required("topic").stringValue(),
                bytes(json.required("payload")),
                Instant.parse(json.required("received").stringValue()), text(json, "expires").map(Instant::parse),
                new Letter.Reply(text(json, "reply"),
                        json.has("correlation") ? Optional.of(bytes(json.path("correlation"))) : Optional.empty()));
    }

    private static Optional<String> text(JsonNode json, String key) {
        return json.has(key) ? Optional.of(json.path(key).stringValue()) : Optional.empty();
    }

    private static String base64(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.toArray());
    }

    private static Bytes bytes(JsonNode json) {
        return Bytes.of(Base64.getDecoder().decode(json.stringValue()));
    }
}
