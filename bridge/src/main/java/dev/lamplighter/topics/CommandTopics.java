package dev.lamplighter.topics;

import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Selector;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Our topic tree below its base, read and written.
 *
 * @param base the first levels of every topic, {@code lifx} unless set otherwise
 */
public record CommandTopics(String base) {
    private static final String SET = "/set";

    /** What to subscribe to for commands. */
    public List<String> filters() {
        return List.of(base + "/light/+/set", base + "/label/+/set", base + "/all/set");
    }

    /** Whom a command topic means. */
    Parsed<Selector> target(String topic) {
        if (topic.equals(base + "/all/set")) {
            return Parsed.accepted(new Selector.All());
        }
        var light = between(base + "/light/", topic);
        if (!light.isEmpty()) {
            return Selector.parse("id:" + light);
        }
        var label = between(base + "/label/", topic);
        return label.isEmpty() ? Parsed.rejected(topic, "is not a command topic") : label(label);
    }

    /** Where what became of a command is told: in the place of its {@code /set}. */
    String result(String topic) {
        return topic.substring(0, topic.length() - SET.length()) + "/result";
    }

    /** Whether a sender may have its answer there: not where our own commands are read, nor at many topics at once. */
    boolean mayAnswerTo(String topic) {
        return !topic.isEmpty() && !topic.contains("+") && !topic.contains("#")
                && !(topic.startsWith(base + "/") && topic.endsWith(SET));
    }

    String bridge(String leaf) {
        return base + "/bridge/" + leaf;
    }

    String light(LightId light, String leaf) {
        return base + "/light/" + light + "/" + leaf;
    }

    private static String between(String prefix, String topic) {
        var fits = topic.startsWith(prefix) && topic.endsWith(SET) && topic.length() > prefix.length() + SET.length();
        return fits ? topic.substring(prefix.length(), topic.length() - SET.length()) : "";
    }

    private static Parsed<Selector> label(String encoded) {
        try {
            // The decoder is made for forms, where a plus is a space; in a topic it is itself.
            var label = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
            // Shown back in a result and in the log, it would begin a line of its own there.
            return label.chars().anyMatch(Character::isISOControl)
                    ? Parsed.rejected("label", "'" + CommandPayload.shortened(encoded) + "' has a control character")
                    : Parsed.accepted(new Selector.Label(label));
        } catch (IllegalArgumentException _) {
            return Parsed.rejected("label",
                    "'" + CommandPayload.shortened(encoded) + "' has a % that is not followed by two hex digits");
        }
    }
}
