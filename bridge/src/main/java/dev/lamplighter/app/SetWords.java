package dev.lamplighter.app;

import dev.lamplighter.light.Parsed;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes a command's JSON object from words typed in a shell: {@code on}, {@code 40}, {@code +10}, {@code effect.period=2}. */
final class SetWords {
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern NUMBER = Pattern.compile("[+-]?(0|[1-9]\\d{0,9})(\\.\\d{1,9})?");
    private static final Pattern PAIR = Pattern.compile("([^=]+)=(.*)", Pattern.DOTALL);

    private final ObjectNode command = JSON.createObjectNode();

    private SetWords() {}

    static Parsed<ObjectNode> parse(List<String> words) {
        var reading = new SetWords();
        try {
            words.forEach(reading::take);
            return Parsed.accepted(reading.command);
        } catch (IllegalArgumentException wrong) {
            return Parsed.rejected("set", String.valueOf(wrong.getMessage()));
        }
    }

    private void take(String word) {
        var pair = PAIR.matcher(word);
        if (pair.matches()) {
            put(pair.group(1), value(pair.group(1), pair.group(2)));
        } else if (NUMBER.matcher(word).matches()) {
            put(word.startsWith("+") || word.startsWith("-") ? "brightness_step_pct" : "brightness_pct", number(word));
        } else {
            put("state", JSON.getNodeFactory().stringNode(state(word)));
        }
    }

    private static String state(String word) {
        var state = word.toUpperCase(Locale.ROOT);
        return switch (state) {
            case "ON", "OFF", "TOGGLE" -> state;
            default -> throw new IllegalArgumentException(
                    "'" + word + "' is neither on, off, toggle, a brightness such as 40, +10 or -10, nor key=value");
        };
    }

    private void put(String path, JsonNode value) {
        var object = command;
        var keys = List.of(path.split("\\.", -1));
        for (var key : keys.subList(0, keys.size() - 1)) {
            if (!object.path(key).isMissingNode() && !object.path(key).isObject()) {
                throw new IllegalArgumentException(key + " is given as a whole and in parts");
            }
            object = object.path(key) instanceof ObjectNode inner ? inner : object.putObject(key);
        }
        if (keys.contains("") || object.has(keys.getLast())) {
            throw new IllegalArgumentException(path + (keys.contains("") ? " is not a key" : " is given twice"));
        }
        object.set(keys.getLast(), value);
    }

    private static JsonNode value(String key, String text) {
        // Whoever numbers commands means a name all the same.
        if (key.equals("id")) {
            return JSON.getNodeFactory().stringNode(text);
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return json(key, text);
        }
        if (NUMBER.matcher(text).matches()) {
            return number(text);
        }
        return text.equals("true") || text.equals("false")
                ? JSON.getNodeFactory().booleanNode(text.equals("true"))
                : JSON.getNodeFactory().stringNode(text);
    }

    private static JsonNode json(String key, String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(key + " is not right JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    private static JsonNode number(String text) {
        return JSON.readTree(text.startsWith("+") ? text.substring(1) : text);
    }
}
