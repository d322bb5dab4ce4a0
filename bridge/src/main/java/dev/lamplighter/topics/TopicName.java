package dev.lamplighter.topics;

import dev.lamplighter.light.Parsed;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A person's word for lights, as one level of a topic. */
final class TopicName {
    private TopicName() {}

    static Parsed<String> decoded(String where, String level) {
        try {
            // The decoder is made for forms, where a plus is a space; in a topic it is itself.
            var name = URLDecoder.decode(level.replace("+", "%2B"), StandardCharsets.UTF_8);
            // Shown back in a result and in the log, it would begin a line of its own there.
            return name.chars().anyMatch(Character::isISOControl)
                    ? Parsed.rejected(where, "'" + CommandPayload.shortened(level) + "' has a control character")
                    : Parsed.accepted(name);
        } catch (IllegalArgumentException _) {
            return Parsed.rejected(where,
                    "'" + CommandPayload.shortened(level) + "' has a % that is not followed by two hex digits");
        }
    }
}
